package dev.fovea.onnx.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small ONNX files: one call for each node. */
public final class GraphText {
    private final Bytes graph = new Bytes();
    private final Bytes functions = new Bytes();
    private long opset = 17;

    /** A graph with one input; -1 = left open. */
    public static GraphText of(long... input) {
        GraphText text = new GraphText();
        text.graph.message(11, value("x", input));
        return text;
    }

    /** Another input. */
    public GraphText input(String name, long... dims) {
        graph.message(11, value(name, dims));
        return this;
    }

    private static Bytes value(String name, long... dims) {
        Bytes shape = new Bytes();
        for (long dim : dims) {
            Bytes one = new Bytes();
            if (dim < 0) {
                one.text(2, "open" + -dim);
            } else {
                one.number(1, dim);
            }
            shape.message(1, one);
        }
        Bytes tensor = new Bytes().number(1, 1).message(2, shape);
        return new Bytes().text(1, name).message(2, new Bytes().message(1, tensor));
    }

    /**
     * A node.
     *
     * @param text {@code "y = Conv(x, w) kernel_shape=3,3 pads=1,1,1,1"}, {@code "y = my.domain:Op(x)"}: attributes are integers, lists of them, decimals,
     *     or texts in quotes; in a function, {@code strides=@s} takes that of the call
     */
    public GraphText node(String text) {
        return node("", text);
    }

    /** A node with a name. */
    public GraphText node(String name, String text) {
        graph.message(1, nodeBytes(name, "", text));
        return this;
    }

    private static Bytes nodeBytes(String name, String domain, String text) {
        Bytes node = new Bytes();
        String outputs = text.substring(0, text.indexOf(" = "));
        String rest = text.substring(text.indexOf(" = ") + 3);
        String type = rest.substring(rest.indexOf(':') + 1, rest.indexOf('('));
        String inputs = rest.substring(rest.indexOf('(') + 1, rest.indexOf(')'));
        for (String input : inputs.isEmpty() ? List.<String>of() : Arrays.asList(inputs.split(", ?", -1))) {
            node.text(1, input.trim());
        }
        for (String output : outputs.split(", ?")) {
            node.text(2, output);
        }
        String of = rest.indexOf(':') < 0 ? domain : rest.substring(0, rest.indexOf(':'));
        node.text(3, name).text(4, type).text(7, of);
        for (String attribute : rest.substring(rest.indexOf(')') + 1).trim().split(" ")) {
            if (!attribute.isEmpty()) {
                node.message(5, attribute(attribute));
            }
        }
        return node;
    }

    private static Bytes attribute(String text) {
        String name = text.substring(0, text.indexOf('='));
        String value = text.substring(text.indexOf('=') + 1);
        Bytes attribute = new Bytes().text(1, name);
        if (value.startsWith("@")) {
            return attribute.text(21, value.substring(1)).number(20, 7);
        }
        if (value.startsWith("\"")) {
            return attribute.text(4, value.substring(1, value.length() - 1)).number(20, 3);
        }
        if (value.contains(",")) {
            for (String entry : value.split(",")) {
                if (!entry.isEmpty()) {
                    attribute.number(8, Long.parseLong(entry));
                }
            }
            return attribute.number(20, 7);
        }
        return value.contains(".")
                ? attribute.real(2, Double.parseDouble(value)).number(20, 1)
                : attribute.number(3, Long.parseLong(value)).number(20, 2);
    }

    /** Weights: their extents, no elements. */
    public GraphText weight(String name, long... dims) {
        Bytes tensor = new Bytes();
        for (long dim : dims) {
            tensor.number(1, dim);
        }
        graph.message(5, tensor.number(2, 1).text(8, name));
        return this;
    }

    /** Weights that lie in another file. */
    public GraphText outside(String name, String location, long... dims) {
        Bytes tensor = new Bytes().number(2, 1).number(14, 1);
        for (long dim : dims) {
            tensor.number(1, dim);
        }
        tensor.message(13, new Bytes().text(1, "location").text(2, location));
        graph.message(5, tensor.text(8, name));
        return this;
    }

    /** States the shape of a tensor between the nodes. */
    public GraphText stated(String name, long... dims) {
        graph.message(13, value(name, dims));
        return this;
    }

    /** A constant vector of integers. */
    public GraphText integers(String name, long... values) {
        Bytes packed = new Bytes();
        for (long value : values) {
            packed.varint(value);
        }
        Bytes tensor = new Bytes().number(1, values.length).number(2, 7).bytes(7, packed.toArray());
        graph.message(5, tensor.text(8, name));
        return this;
    }

    /** A constant integer. */
    public GraphText index(String name, long value) {
        graph.message(5, new Bytes().number(2, 7).number(7, value).text(8, name));
        return this;
    }

    /** A constant number. */
    public GraphText real(String name, double value) {
        graph.message(5, new Bytes().number(2, 1).real(4, value).text(8, name));
        return this;
    }

    /** A constant as a type stores it. */
    public GraphText stored(String name, int type, long bits) {
        graph.message(5, new Bytes().number(2, type).number(5, bits).text(8, name));
        return this;
    }

    /** A constant vector of decimals. */
    public GraphText reals(String name, double... values) {
        Bytes tensor = new Bytes().number(1, values.length).number(2, 1);
        for (double value : values) {
            tensor.real(4, value);
        }
        graph.message(5, tensor.text(8, name));
        return this;
    }

    /** Adds an operator that the file defines. */
    public GraphText function(String name, List<String> inputs, List<String> outputs, String... nodes) {
        Bytes function = new Bytes().text(1, name);
        inputs.forEach(input -> function.text(4, input));
        outputs.forEach(output -> function.text(5, output));
        for (String node : nodes) {
            function.message(7, nodeBytes("", "", node));
        }
        functions.message(25, function.text(10, "mine"));
        return this;
    }

    /** Operators as this version defines them. */
    public GraphText opset(long version) {
        opset = version;
        return this;
    }

    /** The file. */
    public byte[] file(String... outputs) {
        Bytes all = new Bytes();
        all.number(1, 8).text(2, "test");
        Bytes whole = new Bytes();
        List<String> names = new ArrayList<>(List.of(outputs));
        names.forEach(output -> whole.message(12, new Bytes().text(1, output)));
        byte[] inner = graph.toArray();
        byte[] ends = whole.toArray();
        byte[] joined = Arrays.copyOf(inner, inner.length + ends.length);
        System.arraycopy(ends, 0, joined, inner.length, ends.length);
        all.bytes(7, joined);
        all.message(8, new Bytes().number(2, opset));
        byte[] head = all.toArray();
        byte[] tail = functions.toArray();
        byte[] file = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, file, head.length, tail.length);
        return file;
    }
}
