// The processor is a dependency like any other, which is no longer enough: the canary says so.
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
assert log.contains('/src/main/java/example/FoveaHasRun.java:[5,29] cannot find symbol')
assert log.contains('HeadReceptiveField')
assert log.contains('[INFO] 1 error')
