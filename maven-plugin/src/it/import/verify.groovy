def source = new File(basedir, 'target/sources/Model.java').text
assert source.contains('@Use(block = Block1.class')
assert source.contains('SHA-256')
assert new File(basedir, 'build.log').text.contains('Model is the network of model.onnx')
