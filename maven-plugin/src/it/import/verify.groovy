def source = new File(basedir, 'target/sources/Model.java').text
assert source.contains('@Use(block = Block1.class')
assert source.contains('SHA-256')
def log = new File(basedir, 'build.log').text
assert log.contains('Model is the network of model.onnx')
assert log.count('[ERROR] Failed to execute goal') == 3
assert log.count('fovea.className is "../../Escaped", which names no class; write one such as example.Model') >= 3
assert !new File(basedir, 'Escaped.java').exists()

// What docs/models.md shows of this model.
def page = new File(docs, 'models.md').getText('UTF-8').replace('\r', '')
def shown = page =~ /(?s)this is all:\n\n```java\n(.*?)```\n/
assert shown : 'no class in docs/models.md'
def compact = { it.replaceAll(/\s/, '') }
def lines = shown.group(1).replace('ResNet34', 'Model').readLines().findAll { !it.contains('…') }
assert lines.findAll { !compact(source).contains(compact(it)) } == []
