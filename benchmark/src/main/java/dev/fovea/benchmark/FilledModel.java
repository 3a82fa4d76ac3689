package dev.fovea.benchmark;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exported models whose weights were left out, with weights again: zeros, as many as their stated extents say. */
final class FilledModel {
    private FilledModel() {}

    /** Bytes of all weights. */
    static long size(Path file) throws IOException {
        return read(file).getGraph().getInitializerList().stream()
                .mapToLong(FilledModel::missing)
                .sum();
    }

    /** Writes the model into a folder. */
    static Path write(Path file, Path folder) throws IOException {
        ModelProto.Builder model = read(file).toBuilder();
        for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
            long missing = missing(tensor.build());
            if (missing > 0) {
                tensor.clearExternalData();
                tensor.setDataLocation(TensorProto.DataLocation.DEFAULT);
                tensor.setRawData(ByteString.copyFrom(new byte[Math.toIntExact(missing)]));
            }
        }
        Path filled = folder.resolve(file.getFileName());
        try (OutputStream bytes = Files.newOutputStream(filled)) {
            model.build().writeTo(bytes);
        }
        return filled;
    }

    private static ModelProto read(Path file) throws IOException {
        return ModelProto.parseFrom(Files.readAllBytes(file));
    }

    /** Bytes that a tensor of floats lacks; 0 if it has its numbers. */
    private static long missing(TensorProto tensor) {
        boolean isThere = tensor.getRawData().size() > 0 || tensor.getFloatDataCount() > 0;
        return isThere || tensor.getDataType() != TensorProto.DataType.FLOAT.getNumber()
                ? 0
                : 4 * tensor.getDimsList().stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }
}
