// Everything was written, and to its end.
String read(String name) {
  return new File(basedir, 'target/' + name).getText('UTF-8')
}

assert read('report.txt').contains('FINDINGS: 1 medium')
assert read('report.html').trim().endsWith('</html>')
assert new groovy.json.JsonSlurper().parseText(read('report.json')).findings.size() == 1
assert new groovy.json.JsonSlurper().parseText(read('connections.json')) != null
assert read('connections.csv').readLines().size() > 1
def records = read('records.ndjson').readLines()
assert records.size() == 14
records.each { new groovy.json.JsonSlurper().parseText(it) }
assert read('records.csv').readLines().size() == 15
assert read('records.txt').contains('192.168.40.129.22')
