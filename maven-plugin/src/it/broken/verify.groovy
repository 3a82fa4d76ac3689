def log = new File(basedir, 'build.log').text
assert log.contains('model.onnx: the file is truncated or not an ONNX model: at byte')
