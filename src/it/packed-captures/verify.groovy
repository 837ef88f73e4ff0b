// What each library unpacked was read.
String said = new File(basedir, 'target/said.txt').getText('UTF-8')

assert said == 'xz 61\nzst 61\nbz2 61\n'
