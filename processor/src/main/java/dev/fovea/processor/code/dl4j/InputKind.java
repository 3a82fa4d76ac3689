package dev.fovea.processor.code.dl4j;

import dev.fovea.processor.code.eval.Foreign;
import dev.fovea.processor.code.eval.Invocation;
import dev.fovea.processor.code.eval.Unknown;
import dev.fovea.processor.code.eval.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code InputType}: what a configuration is told of the network's input.
 *
 * @param size extents along the axes; 0 where unknown
 * @param isVector whether it is one number per channel, not a map
 */
record InputKind(int axes, List<Long> size, long channels, boolean isVector) implements Foreign {
    static final String NAME = "org.deeplearning4j.nn.conf.inputs.InputType";

    /** What a static method of {@code InputType} gives. */
    static Object of(Invocation invocation) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < invocation.count(); i++) {
            Object value = invocation.value(i);
            Long number = Values.number(value);
            if (number != null) {
                numbers.add(number);
            } else if (!(value instanceof EnumConstant)) {
                return value instanceof Unknown ? value : invocation.unknown("this type of input is not followed");
            }
        }
        String kind = invocation.name() + numbers.size();
        return switch (kind) {
            case "feedForward1" -> new InputKind(2, List.of(1L, 1L), numbers.get(0), true);
            case "recurrent1" -> new InputKind(1, List.of(0L), numbers.get(0), false);
            case "recurrent2" -> new InputKind(1, List.of(Math.max(0, numbers.get(1))), numbers.get(0), false);
            case "convolutional3", "convolutionalFlat3" ->
                new InputKind(2, List.copyOf(numbers.subList(0, 2)), numbers.get(2), false);
            case "convolutional3D4" -> new InputKind(3, List.copyOf(numbers.subList(0, 3)), numbers.get(3), false);
            default -> invocation.unknown("this type of input is not followed");
        };
    }

    /** The attributes of {@code @Input} that say the same. */
    Map<String, Object> attributes() {
        return Map.of("axes", (long) axes, "channels", channels, "size", size);
    }

    /** Whether {@code @Input} says something else; what it leaves open it does not say. */
    boolean contradicts(Map<String, Object> stated) {
        List<?> sizes = (List<?>) stated.get("size");
        Object stands = sizes.size() == 1 && axes > 1 ? java.util.Collections.nCopies(axes, sizes.get(0)) : sizes;
        return !isOpen(stated)
                && !(Long.valueOf(axes).equals(stated.get("axes"))
                        && (sizes.isEmpty() || size.equals(stands))
                        && (Long.valueOf(0).equals(stated.get("channels"))
                                || Long.valueOf(channels).equals(stated.get("channels"))));
    }

    /** Whether {@code @Input} leaves open what the network reads. */
    static boolean isOpen(Map<String, Object> stated) {
        return Long.valueOf(0).equals(stated.get("channels")) && ((List<?>) stated.get("size")).isEmpty();
    }

    @Override
    public String typeName() {
        return NAME;
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public @Nullable Object call(Invocation invocation) {
        return Invocation.NONE;
    }
}
