String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')
// No processor complains of another.
assert !log.contains('[WARNING]')
