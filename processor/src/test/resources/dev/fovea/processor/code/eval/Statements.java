
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class Code {
    static final int[] WIDTHS = {64, 128, 256};
    static final long LONG = WIDTHS[0];
    private static final double RATIO = 1 / 3d;
    static final Map<String, Integer> NAMED = Map.of("a", 1);

    static Object intArithmetic() {
        return new Object[] {7 / 2, -7 / 2, -7 % 3, 7 >> 1, -7 >>> 28, -7 >> 1, 1 << 33, 5 & 3, 5 | 3, 5 ^ 3, ~5};
    }

    static Object overflow() {
        return new Object[] {Integer.MAX_VALUE + 1, Long.MAX_VALUE + 1, 65536 * 65536, 65536L * 65536};
    }

    static Object fractions() {
        return new Object[] {7 / 2f, 7 / 2d, 0.1f + 0.2f, 0.1 + 0.2, 1e-5f, 3 * 0.75f, 1 / 0d, 0f / 0f == 0f / 0f, 5.5 % 2};
    }

    static Object casts() {
        return new Object[] {(int) 3.99, (int) (32 * 0.75f), (long) -2.5, (byte) 300, (char) 66, (short) 70000, (int) 1e20, (float) 0.1};
    }

    static Object promotion() {
        byte b = 3;
        char c = 'a';
        short s = 4;
        long l = 5;
        return new Object[] {b + c, b * s, c + 1, l + c, s / 2f, b == s, 'a' == 97, l > 4.5f};
    }

    static Object assignmentsConvert() {
        long l = 3;
        double d = 7;
        float f = 7;
        int i = 'b';
        d /= 2;
        f /= 2;
        i += 2.7;
        l <<= 3;
        byte b = 10;
        b *= 100;
        return new Object[] {l, d, f, i, b, LONG, RATIO};
    }

    static Object increments() {
        int i = 3;
        int[] a = {1, 2, 3};
        int j = i++ + ++i;
        a[i - 5]++;
        a[1] -= 7;
        byte b = 127;
        b++;
        return new Object[] {i, j, a, b, i-- - --i};
    }

    static Object conditionals() {
        boolean yes = WIDTHS.length == 3;
        Integer boxed = 4;
        double half = 0.5;
        return new Object[] {yes ? 1 : 2, yes ? 1 : 2.0, (yes ? 1 : half) / 2, yes ? boxed : 0, yes ? "a" : "b", !yes || 3 > 2 && 2 < 3,
                yes ? 'a' : 0};
    }

    static Object texts() {
        int n = 3;
        String name = "conv" + n + 'x' + 1.5f + null + true + 2L;
        name += 1;
        return new Object[] {name, name.length(), name.substring(2, 4), String.format("%02d-%s", 7, name), "a,b".split(","),
                "%s".formatted(n), name.contains("3"), String.valueOf(12), "x".compareTo("y"), name.indexOf('v')};
    }

    static Object loops() {
        int sum = 0;
        for (int i = 0, j = 10; i < j; i++, j--) {
            if (i == 2) {
                continue;
            }
            sum += i * j;
        }
        int n = 0;
        while (true) {
            if (++n > 7) {
                break;
            }
        }
        do {
            n *= 2;
        } while (n < 100);
        outer:
        for (int[] row : new int[][] {{1, 2}, {3, 4}, {5, 6}}) {
            for (int value : row) {
                if (value == 2) {
                    continue outer;
                }
                if (value == 5) {
                    break outer;
                }
                sum += value;
            }
        }
        for (String s : List.of("a", "bb")) {
            sum += s.length();
        }
        return new Object[] {sum, n};
    }

    static Object switches() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            switch (i) {
                case 0:
                    all.add("zero");
                case 1:
                    all.add("one");
                    break;
                case 2, 3: {
                    all.add("more");
                    break;
                }
                default:
                    all.add("many");
            }
            all.add(switch (i) {
                case 0 -> 10;
                case 1 -> 20;
                default -> 30;
            });
            String text = switch ("k" + i) {
                case "k1" -> "first";
                case "k2" -> {
                    String s = "sec";
                    yield s + "ond";
                }
                default -> "other";
            };
            all.add(text);
        }
        for (Size size : Size.values()) {
            switch (size) {
                case SMALL -> all.add("s");
                case LARGE -> all.add("l");
            }
        }
        return all.toString();
    }

    static Object elementsInConditions() {
        List<Integer> strides = List.of(2, 3);
        Map<String, Long> widths = Map.of("a", 5L);
        List<Double> rates = List.of(0.5);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(i < strides.size() ? strides.get(i) : 1);
            all.add(i == 0 ? 1 : widths.get("a"));
            all.add(i > 0 ? 2 : rates.get(0));
            all.add(i > 0 ? 7 : widths.getOrDefault("b", 9L));
        }
        return all.toArray();
    }

    static Object switchExpressions() {
        List<Object> all = new ArrayList<>();
        int three = 3;
        for (Size size : Size.values()) {
            for (int i = 0; i < 4; i++) {
                int width = switch (i) {
                    case 0, 1 -> 5;
                    case 2 -> three * size.factor;
                    case 9 -> throw new IllegalStateException("nine");
                    default -> WIDTHS[i - 3] / 2;
                };
                long wide = switch (size) {
                    case SMALL -> 1;
                    case LARGE -> 2;
                };
                double half = switch (i) {
                    case 0, 1 -> 1.5;
                    default -> (double) three;
                };
                String text = switch (i % 2 == 0 ? "even" : "odd") {
                    case "even":
                        yield "e";
                    case "never":
                    default:
                        String s = "o" + i;
                        yield s;
                };
                all.add(List.of(width, wide, half / 2, text));
            }
        }
        return all.toString();
    }

    enum Size {
        SMALL(1),
        LARGE(4);

        final int factor;

        Size(int factor) {
            this.factor = factor;
        }
    }

    static Object collections() {
        List<int[]> pairs = new ArrayList<>(List.of(new int[] {1, 2}));
        pairs.add(new int[] {3, 4});
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);
        map.merge("a", 5, Integer::sum);
        String keys = "";
        for (Map.Entry<String, Integer> entry : map.entrySet()) {
            keys += entry.getKey() + entry.getValue();
        }
        List<Integer> reversed = new ArrayList<>(Arrays.asList(1, 2, 3));
        Collections.reverse(reversed);
        int[] copy = Arrays.copyOf(WIDTHS, 5);
        Arrays.fill(copy, 3, 5, 9);
        StringBuilder text = new StringBuilder();
        text.append(1).append('c').append("s").append(2.5);
        return new Object[] {pairs.get(1)[0], keys, reversed.toString(), copy, text.toString(), NAMED.get("a"), map.getOrDefault("z", 9),
                WIDTHS.clone(), pairs.size()};
    }

    static Object arrays() {
        int[][] grid = new int[2][3];
        grid[1][2] = 5;
        long[] longs = {1, 2};
        double[][] nested = {{1, 2}, {}};
        String[] names = new String[2];
        int c[] = {4};
        float[] floats = new float[] {1, 'a'};
        int[][] ragged = new int[2][];
        ragged[0] = new int[] {8};
        return new Object[] {grid[1], longs, nested[0], names, c, floats, ragged[0], ragged[1], grid.length, new boolean[1], new char[1]};
    }

    static Object scopes() {
        int x = 1;
        {
            int y = x + 1;
            x = y;
        }
        for (int y = 0; y < 2; y++) {
            x += y;
        }
        for (int y = 0; y < 2; y++) {
            x += y;
        }
        synchronized (Code.class) {
            x++;
        }
        try {
            x *= 2;
        } finally {
            x++;
        }
        var inferred = 3L;
        System.out.print("");
        assert x > 0;
        return new Object[] {x, inferred, Code.class.getSimpleName(), Code.WIDTHS[1], Size.LARGE.factor};
    }
}
