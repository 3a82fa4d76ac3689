package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished configuration of a network.
 *
 * @param inputs names of the network's inputs
 * @param kind its input, or something that is not known; null where the configuration does not say
 * @param outputs names of the layers whose maps are its results
 */
record NetworkConfiguration(
        String typeName,
        List<ConfigurationPart> parts,
        List<String> inputs,
        @Nullable Object kind,
        List<String> outputs)
        implements Foreign {
    @Override
    public @Nullable Object call(Invocation invocation) {
        return Invocation.NONE;
    }
}
