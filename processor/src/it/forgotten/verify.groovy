// The processor runs nowhere: the canary's name says what is missing.
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
assert log.contains('/src/main/java/example/FoveaHasRun.java:[5,29] cannot find symbol')
assert log.contains('HeadReceptiveField')
assert log.contains('[INFO] 1 error')
