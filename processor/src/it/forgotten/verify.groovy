// The processor runs nowhere: the canary's name says what is missing.
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
assert log.contains('/src/main/java/example/FoveaHasRun.java:[5,29] cannot find symbol')
assert log.contains('HeadReceptiveField')
assert log.contains('[INFO] 1 error')

// What docs/setup/maven.md shows.
String page = new File(new File(readme).parentFile, 'docs/setup/maven.md').getText('UTF-8').replace('\r', '')
def shown = page =~ /(?s)<!-- processor\/src\/it\/forgotten: build.log -->\n```\n(.*?)```\n/
assert shown : 'no output in the page'
assert log.replace('\r', '').replace(basedir.path.replace('\\', '/'), '…').contains(shown.group(1)) : log
