package dev.fovea.benchmark;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses an exported model with generated classes. */
final class ParseFile {
    private ParseFile() {}

    /** Takes the file. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream bytes = Files.newInputStream(Path.of(arguments[0]))) {
            CodedInputStream input = CodedInputStream.newInstance(bytes);
            input.setSizeLimit(Integer.MAX_VALUE);
            System.out.println(ModelProto.parseFrom(input).getGraph().getNodeCount() + " nodes");
        }
    }
}
