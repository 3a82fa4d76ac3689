package dev.fovea.processor.generate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Named constants, dropping names that clash and numbers that are unknown or too large. */
final class ConstantNames {
    private final Map<String, Integer> constants = new LinkedHashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();

    /** {@code convOut} becomes {@code CONV_OUT}, {@code stage[2].conv} becomes {@code STAGE_2_CONV}. */
    static String upperSnake(String name) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            boolean startsWord = Character.isUpperCase(letter)
                    && i > 0
                    && (Character.isLowerCase(name.charAt(i - 1)) || Character.isDigit(name.charAt(i - 1)));
            if (Character.isJavaIdentifierPart(letter) && !Character.isIdentifierIgnorable(letter)) {
                result.append(startsWord ? "_" : "").append(letter);
            } else if (result.length() > 0 && result.charAt(result.length() - 1) != '_') {
                result.append('_');
            }
        }
        String upper = result.toString().toUpperCase(Locale.ROOT);
        if (!upper.isEmpty() && !Character.isJavaIdentifierStart(upper.charAt(0))) {
            upper = "_" + upper;
        }
        return name.endsWith("]") && upper.endsWith("_") ? upper.substring(0, upper.length() - 1) : upper;
    }

    void add(String name, OptionalLong value) {
        if (!seen.add(name)) {
            constants.remove(name);
        } else if (value.isPresent() && value.getAsLong() == (int) value.getAsLong()) {
            constants.put(name, (int) value.getAsLong());
        }
    }

    /** In the order in which they were added. */
    Map<String, Integer> constants() {
        return constants;
    }
}
