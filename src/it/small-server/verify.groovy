// The build must have failed in one test only, and with the message that stands beside.
String report = new File(basedir, 'target/surefire-reports/example.HelloServerTest.txt').getText('UTF-8')
String expected = new File(basedir, 'nobody-resets.txt').getText('UTF-8')

assert report.contains('Failures: 1, Errors: 0')
assert report.contains('HelloServerTest.nobodyResets')
assert report.replace('\r\n', '\n').contains(expected.replace('\r\n', '\n'))
