assert new File(basedir, 'build.log').getText('UTF-8').contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
