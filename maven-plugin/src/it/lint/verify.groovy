def log = new File(basedir, 'build.log').text
// An error for authors is a warning here: whoever deploys a model cannot mend it.
assert log.contains('[WARNING] model.onnx: /layer3/layer3.0/conv2/Conv: [DilationCommonDivisor] gridding: rates 2, 2, 2, 2, 2, 2, 4, 4, 4')
assert !log.contains('SmallField')
assert new File(basedir, 'target/pages/index.html').exists()
assert new File(basedir, 'target/pages/Model.html').text.contains('layer3_0_conv2')
assert new File(basedir, 'target/reports/Model.json').text.contains('"model": "Model"')
assert new File(basedir, 'target/findings.sarif').text.contains('DilationCommonDivisor')

// What docs/models.md shows of this model.
def page = new File(docs, 'models.md').getText('UTF-8').replace('\r', '')
def shown = page =~ /(?s)share the divisor 2 it says:\n\n```\n(.*?)```\n/
assert shown : 'no output in docs/models.md'
assert shown.group(1).readLines().findAll { !log.contains(it) } == []
