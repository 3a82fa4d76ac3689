import java.util.*;
import java.util.function.*;
import java.util.stream.*;

class Code {
    static final int EARLY = late();
    static final int LATE = Integer.parseInt("3");
    static final int[] FILLED = {1, 2};
    static final List<Integer> ADDED = new ArrayList<>();
    static final int SUM = Stream.of(1, 2, 3).mapToInt(Integer::intValue).sum();

    static {
        FILLED[0] = 7;
        ADDED.add(5);
    }

    static int late() {
        return LATE;
    }

    static Object staticOrder() {
        return EARLY;
    }

    static Object staticBlockArray() {
        return FILLED[0];
    }

    static Object staticBlockList() {
        return ADDED.size();
    }

    static Object staticStream() {
        return SUM;
    }

    static Object labelledDoWhile() {
        int n = 0;
        outer:
        do {
            n++;
            for (int i = 0; i < 3; i++) {
                if (n < 4) {
                    continue outer;
                }
                if (n > 6) {
                    break outer;
                }
                n += 2;
            }
        } while (n < 20);
        return n;
    }

    static Object labelledBlock() {
        int n = 1;
        block:
        {
            n = 2;
            if (n > 1) {
                break block;
            }
            n = 3;
        }
        return n;
    }

    static Object boxedIdentity() {
        Integer a = 1000;
        Integer b = 1000;
        List<Integer> list = List.of(1000, 1000);
        return (a == b ? 1 : 0) + (list.get(0) == list.get(1) ? 2 : 0);
    }

    static Object nullUnboxed() {
        Map<String, Integer> map = new HashMap<>();
        map.put("x", null);
        try {
            int n = map.get("x");
            return n;
        } catch (NullPointerException e) {
            return -1;
        }
    }

    static Object caught() {
        int[] array = new int[2];
        try {
            array[2] = 1;
        } catch (ArrayIndexOutOfBoundsException e) {
            return 5;
        } finally {
            array[0] = 4;
        }
        return array[0];
    }

    static int finallyReturns(int n) {
        try {
            return n;
        } finally {
            n = 9;
        }
    }

    static Object finallyKeepsTheResult() {
        return finallyReturns(3);
    }

    @SuppressWarnings("finally")
    static Object finallyOverrides() {
        try {
            return 1;
        } finally {
            return 2;
        }
    }

    static Object shadowing() {
        int LATE = 4;
        IntUnaryOperator add = x -> x + LATE;
        return add.applyAsInt(1);
    }

    static Object capturedInLoop() {
        List<IntSupplier> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int square = i * i;
            all.add(() -> square);
        }
        int sum = 0;
        for (IntSupplier one : all) {
            sum = sum * 10 + one.getAsInt();
        }
        return sum;
    }

    static Object narrowing() {
        byte b = 120;
        b += 20;
        short s = (short) 40000;
        s >>= 1;
        char c = 'z';
        c += 1;
        int i = 10;
        i *= 1.5f;
        i -= 0.9;
        long l = Integer.MIN_VALUE;
        l = -l;
        return new Object[] {b, s, (int) c, i, l, -Integer.MIN_VALUE, Integer.MIN_VALUE / -1, (byte) 200 >>> 2};
    }

    static Object shifts() {
        return new Object[] {1 << 31 >>> 31, -1 >>> 33, -1L >>> 65, 5 << -1, (byte) -1 >>> 28, 1L << 40 >> 3};
    }

    static Object negatives() {
        float f = 0f;
        double d = 0;
        return new Object[] {1 / -f, 1 / -d, -(-7) % 4, -7 / 2, Math.floorMod(-7, 4), 0.1f * 3, 1e38f * 10, (int) Float.NaN};
    }

    static Object ternaryTypes() {
        boolean yes = SUM > 2;
        Object a = yes ? 1 : 2.0;
        Object b = yes ? 'a' : 0;
        Object c = yes ? null : 0;
        return Arrays.asList(a, b, c);
    }

    static <T extends Comparable<T>> T largest(List<T> list) {
        T best = list.get(0);
        for (T each : list) {
            best = each.compareTo(best) > 0 ? each : best;
        }
        return best;
    }

    static Object generics() {
        return largest(List.of(3, 9, 4));
    }

    static int count(Object... all) {
        return all == null ? -1 : all.length;
    }

    static Object variableArguments() {
        return new Object[] {count(), count(1), count(1, 2), count(new Object[] {1, 2, 3}), count(new int[] {1, 2})};
    }

    static Object textBlock() {
        String text = """
                3,5
                  7\
                """;
        return text.length() + text.strip().split(",")[0];
    }

    static Object concatenation() {
        char c = 'a';
        String s = c + 1 + "x" + 1 + 2 + c + 1.0f + null + true;
        s += 'b' + 1;
        return s;
    }

    static Object streams() {
        return IntStream.rangeClosed(1, 4).mapToObj(i -> i * i).filter(i -> i % 2 == 0).collect(Collectors.toList()).toString();
    }

    static Object iterators() {
        int sum = 0;
        Iterator<Integer> all = new ArrayDeque<>(List.of(1, 2, 3)).descendingIterator();
        while (all.hasNext()) {
            sum = sum * 10 + all.next();
        }
        return sum;
    }

    static Object recursion() {
        return fibonacci(12);
    }

    static int fibonacci(int n) {
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    }

    static Object aliasing() {
        int[] a = {1, 2};
        int[] b = a;
        int[] c = a.clone();
        b[0] = 9;
        List<int[]> list = new ArrayList<>(List.of(a));
        list.get(0)[1] = 8;
        return a[0] + a[1] + c[0] + c[1];
    }

    static Object evaluationOrder() {
        int i = 1;
        int[] a = new int[4];
        a[i] = i = 2;
        int j = i++ * 10 + i;
        a[i] += i++ + ++i;
        return new Object[] {a[1], a[2], a[3], i, j};
    }

    static Object hugeArray() {
        return new int[Integer.MAX_VALUE / 2 == 0 ? 1 : 3].length;
    }

    static int calls = 0;

    static boolean touch() {
        calls++;
        return true;
    }

    static Object sideEffects() {
        return touch() | touch() ? calls : -1;
    }
}
