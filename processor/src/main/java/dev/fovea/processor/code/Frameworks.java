package dev.fovea.processor.code;

import dev.fovea.processor.code.djl.DjlNetworks;
import dev.fovea.processor.code.dl4j.Dl4jNetworks;
import dev.fovea.processor.code.eval.Code;
import dev.fovea.processor.code.eval.Instance;
import dev.fovea.processor.code.eval.Interpreter;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Vocabulary;
import dev.fovea.processor.code.graph.Graph;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frameworks whose classes are understood, as one vocabulary. */
final class Frameworks implements Vocabulary {
    private final List<Vocabulary> all = List.of(DjlNetworks.vocabulary(), Dl4jNetworks.vocabulary());

    /**
     * The layers of what a method returns.
     *
     * @param input attributes of {@code @Input}
     */
    static Graph read(@Nullable Object network, Map<String, Object> input, Code code, Interpreter interpreter) {
        return Dl4jNetworks.isConfiguration(network)
                ? Dl4jNetworks.read(network, Dl4jNetworks.input(network, input), code)
                : DjlNetworks.read(network, input, false, code, interpreter);
    }

    @Override
    public @Nullable Object callStatic(String type, Invocation invocation) {
        for (Vocabulary each : all) {
            Object result = each.callStatic(type, invocation);
            if (result != Invocation.NONE) {
                return result;
            }
        }
        return Invocation.NONE;
    }

    @Override
    public @Nullable Object create(String type, Invocation invocation, @Nullable Instance subclass) {
        for (Vocabulary each : all) {
            Object result = each.create(type, invocation, subclass);
            if (result != Invocation.NONE) {
                return result;
            }
        }
        return Invocation.NONE;
    }

    @Override
    public @Nullable Object constant(String type, String field) {
        for (Vocabulary each : all) {
            Object result = each.constant(type, field);
            if (result != Invocation.NONE) {
                return result;
            }
        }
        return Invocation.NONE;
    }

    @Override
    public void named(@Nullable Object value, String name) {
        all.forEach(each -> each.named(value, name));
    }

    @Override
    public void passed(@Nullable Object value, String parameter) {
        all.forEach(each -> each.passed(value, parameter));
    }

    @Override
    public void returned(@Nullable Object value, String method, long since) {
        all.forEach(each -> each.returned(value, method, since));
    }
}
