// The library was a module of its own, and worked.
String said = new File(basedir, 'target/said.txt').getText('UTF-8')

assert said.contains('true 61')
assert said.contains('false [')
