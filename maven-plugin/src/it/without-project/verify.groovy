def log = new File(basedir, 'build.log').text
assert log.contains('model.onnx: 6 layers from 10 nodes, no findings')
assert new File(basedir, 'ModelConstants.java').text.contains('class ModelConstants')
