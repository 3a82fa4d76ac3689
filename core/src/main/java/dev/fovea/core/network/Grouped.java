package dev.fovea.core.network;

/**
 * All units of a group read the whole group: unit u reads units {@code floor((u - shift) / size)·size + shift} and the
 * {@code size - 1} after it. Attention within windows, and unpooling by the indices of a pool.
 */
public record Grouped(long size, long shift) implements Step.Local {
    @Override
    public long period() {
        return size;
    }

    @Override
    public long advance() {
        return size;
    }

    @Override
    public Units reads(long unit) {
        long group = Math.floorDiv(Math.subtractExact(unit, shift), size);
        return new Units(Math.addExact(Math.multiplyExact(group, size), shift), 1, size);
    }

    @Override
    public boolean isIdentity() {
        return size == 1;
    }

    @Override
    public boolean isTransparent() {
        return size == 1;
    }

    @Override
    public boolean readsEverything() {
        return true;
    }

    @Override
    public boolean isUniform() {
        return true;
    }
}
