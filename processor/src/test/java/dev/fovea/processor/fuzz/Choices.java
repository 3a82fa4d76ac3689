package dev.fovea.processor.fuzz;

import java.util.List;

/** Choices that bytes make, one after the other; when they are used up, always the first. */
final class Choices {
    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number below the bound. */
    int below(int bound) {
        return at < bytes.length ? (bytes[at++] & 0xff) % bound : 0;
    }

    /** True about once in so many times. */
    boolean oneIn(int times) {
        return below(times) == times - 1;
    }

    <T> T of(List<T> list) {
        return list.get(below(list.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }

    boolean isOver() {
        return at >= bytes.length;
    }
}
