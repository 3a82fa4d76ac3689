package dev.fovea.core.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.core.resolve.BlockDeclaration;
import dev.fovea.core.resolve.Declaration;
import dev.fovea.core.resolve.DeclarationFactory;
import dev.fovea.core.resolve.ModelDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Which number below a finding is named. Of a dilated layer only the middle tap falls on a map whose extent is at most the rate. A window
 * of kernel k and stride s makes (n + padding - k) / s + 1 units of n, rounded down.
 */
final class NumberFarBelowTest {
    private static final String NOT_SO = "\nnot so with one number changed by one: ";
    private static final DeclarationFactory FACTORY = new DeclarationFactory();

    /** Units are 48, 24, 8 of 96. Any stride less by one makes 12 or 16, but two are 2 and one is 3. */
    @Test
    void theStrideThatDiffersIsNamedAloneThoughOthersWouldDo() {
        Told.checkButUnread(96, """
                a = Conv kernel=3 stride=2 padding=1 out=4
                b = Conv kernel=3 stride=2 padding=1 out=4
                c = Conv kernel=3 stride=3 padding=1 out=4
                d = Dilated kernel=3 rate=10 padding=10 out=4
                last = GlobalPool
                """, "DegenerateDilation at d" + NOT_SO + "stride = 2 at c (now 3)");
    }

    /**
     * Units are 99 and 25. The padding of r is 2 beside two of 1, but with 1 there are 25 units as well; with 3, or with a padding of 3 at
     * s, there are 26, but only what lets a unit stand for fewer pixels is tried when no odd number is to blame: a stride of 3 makes 33.
     */
    @Test
    void whereTheNumberThatDiffersChangesNothingTheStrideIsNamed() {
        Told.checkButUnread(97, """
                p = Conv kernel=3 padding=1 out=4
                q = Conv kernel=3 padding=1 out=4
                r = Conv kernel=3 padding=2 out=4
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=25 padding=25 out=4
                last = GlobalPool
                """, "DegenerateDilation at d" + NOT_SO + "stride = 3 at s (now 4)");
    }

    /** Here the paddings of both r and t are 2 beside three of 1: with 1 at one of them the sum has no equal inputs. */
    @Test
    void whereTheNumberThatDiffersBreaksTheNetworkTheStrideIsNamed() {
        Told.checkButUnread(97, """
                o = Conv kernel=3 padding=1 out=4
                p = Conv kernel=3 padding=1 out=4
                q = Conv kernel=3 padding=1 out=4
                r = Conv kernel=3 padding=2 out=4
                t = Conv kernel=3 padding=2 out=4 from=q
                sum = Add from=r,t
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=25 padding=25 out=4
                last = GlobalPool
                """, "DegenerateDilation at d" + NOT_SO + "stride = 3 at s (now 4)");
    }

    /** Two units of 64, or of 128, which a rate of 3 oversteps; with any stride of 1 there are four. */
    @Test
    void fiveNumbersAreNamedAndOfSixNone() {
        String five = IntStream.range(0, 5)
                .mapToObj(i -> "stride = 1 at s%s (now 2)".formatted(i))
                .collect(Collectors.joining("; or "));
        Told.checkButUnread(64, halvings(5), "DegenerateDilation at d" + NOT_SO + five);
        Told.checkButUnread(128, halvings(6), "DegenerateDilation at d");
    }

    private static String halvings(int count) {
        return IntStream.range(0, count)
                        .mapToObj(i -> "s%s = Conv kernel=3 stride=2 padding=1 out=4\n".formatted(i))
                        .collect(Collectors.joining())
                + "d = Dilated kernel=3 rate=3 padding=3 out=4\nlast = GlobalPool\n";
    }

    /** The rate of d is 10 beside two of 9 on a map of 10: the message stands there already. */
    @Test
    void aNumberOfTheLayerItselfIsNotNamed() {
        Told.checkButUnread(10, """
                d = Dilated kernel=3 rate=10 padding=10 out=4
                e = Dilated kernel=3 rate=9 padding=9 out=4 from=<input>
                f = Dilated kernel=3 rate=9 padding=9 out=4 from=<input>
                sum = Add from=d,e,f
                last = GlobalPool
                """, "DegenerateDilation at d");
    }

    /** 16 units of 61, 21 with a stride of 3, which the rate of d allows and that of e does not. What d leaves unread stays. */
    @Test
    void whatIsFoundElsewhereAndStaysKeepsNoNumberFromBeingNamed() {
        Told.check(
                61,
                """
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=20 padding=20 out=4
                e = Dilated kernel=3 rate=200 padding=200 out=4 from=s
                sum = Concat from=d,e
                mixed = Conv kernel=1 out=4
                """,
                "UnreadPixels at sum",
                "DegenerateDilation at d" + NOT_SO + "stride = 3 at s (now 4)",
                "DegenerateDilation at e");
    }

    /**
     * 7 + 8 + 32 + 16 + 16 are 79 pixels of 64; with a stride of 1 at a, b or c they are 43, 47 or 63. That the padding of r is 1 beside
     * two of 0 is beside the point.
     */
    @Test
    void theStridesAreNamedThatMakeAFieldLargerThanTheInput() {
        Told.checkButUnread(
                64,
                """
                p = Conv kernel=1 out=4
                q = Conv kernel=1 out=4
                r = Conv kernel=1 padding=1 out=4
                a = Conv kernel=7 stride=2 padding=3 out=4
                b = Conv kernel=5 stride=2 padding=2 out=4
                c = Conv kernel=9 stride=2 padding=4 out=4
                d1 = Conv kernel=3 padding=1 out=4
                d2 = Conv kernel=3 padding=1 out=4
                e = Conv kernel=3 padding=1 out=4
                last = GlobalPool
                """,
                "UnproductiveLayer at e" + NOT_SO
                        + "stride = 1 at a (now 2); or stride = 1 at b (now 2); or stride = 1 at c (now 2)");
    }

    /**
     * 64 units of 256, 16 of 64; with a stride of 3 at s 22, which a rate of 18 allows. The stride of no other layer can be less by itself,
     * and as s is like them it is tried last, after that of x: the forty-eighth is the last.
     */
    @Test
    void fortyEightNumbersAreTried() {
        Told.checkButUnread(256, quarters(1, 46), "DegenerateDilation at d" + NOT_SO + "stride = 3 at s (now 4)");
        Told.checkButUnread(256, quarters(1, 47), "DegenerateDilation at d");
    }

    /** With 550 layers 36 numbers are tried, which 20,000 are put together for. */
    @Test
    void ofAHugeNetworkFewerAreTried() {
        Told.checkButUnread(256, quarters(500, 44), "DegenerateDilation at d");
    }

    /** Each of three branches has 16 units of 64, or 22 with a stride of 3. */
    @Test
    void ofThreeFindingsTwoNameTheirNumbers() {
        String branches = IntStream.range(0, 3).mapToObj(i -> """
                        s%1$s = Conv kernel=5 stride=4 padding=2 out=4 from=<input>
                        d%1$s = Dilated kernel=3 rate=20 padding=20 out=4
                        p%1$s = GlobalPool
                        """.formatted(i)).collect(Collectors.joining());
        Told.checkButUnread(
                64,
                branches + "all = Concat from=p0,p1,p2",
                "DegenerateDilation at d0" + NOT_SO + "stride = 3 at s0 (now 4)",
                "DegenerateDilation at d1" + NOT_SO + "stride = 3 at s1 (now 4)",
                "DegenerateDilation at d2");
    }

    /** As many channels as others have shape nothing: 48 layers of 5 beside 50 of 4 use up none of the trials. */
    @Test
    void numbersThatShapeNothingAreNotTried() {
        String even = IntStream.range(0, 98)
                .mapToObj(i -> "x%s = Conv kernel=1 out=%s\n".formatted(i, i < 50 ? 4 : 5))
                .collect(Collectors.joining());
        Told.checkButUnread(64, even + """
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=20 padding=20 out=4
                last = GlobalPool
                """, "DegenerateDilation at d" + NOT_SO + "stride = 3 at s (now 4)");
    }

    private static String quarters(int before, int count) {
        return IntStream.range(0, before)
                        .mapToObj(i -> "x%s = Conv kernel=1 out=4\n".formatted(i))
                        .collect(Collectors.joining())
                + IntStream.range(0, count)
                        .mapToObj(
                                i -> "h%s = Conv kernel=5 stride=4 padding=2 out=4 from=x%s\n".formatted(i, before - 1))
                        .collect(Collectors.joining())
                + IntStream.range(0, count)
                        .mapToObj(i -> "h" + i)
                        .collect(Collectors.joining(",", "sum = Add from=", "\n"))
                + """
                s = Conv kernel=5 stride=4 padding=2 out=4
                d = Dilated kernel=3 rate=18 padding=18 out=4
                last = GlobalPool
                """;
    }

    private static ModelDeclaration twoUses(int size, int rate, String text) {
        BlockDeclaration unit = new BlockDeclaration(
                "test.Unit",
                true,
                1L,
                List.of(FACTORY.layer(
                        "wide",
                        "Dilated",
                        Map.of(
                                "kernel", List.of(3L),
                                "rate", List.of((long) rate),
                                "padding", List.of((long) rate),
                                "out", 4L))),
                List.of());
        ModelDeclaration model = Told.model(size, text);
        List<Declaration> layers = new ArrayList<>();
        for (Declaration layer : model.layers()) {
            if (layer.name().startsWith("use")) {
                Declaration use = FACTORY.layer(
                        layer.name(),
                        "Use",
                        Map.of("block", unit.name(), "from", layer.values().get("from")));
                layers.add(new Declaration(
                        layer.name(),
                        use.operation(),
                        use.values(),
                        use.beside(),
                        List.of(),
                        Optional.of(unit),
                        false));
            } else {
                layers.add(layer);
            }
        }
        return new ModelDeclaration(model.model(), model.input(), Optional.empty(), layers);
    }

    /** Both uses of the block are too wide; a stride of 3 below one of them mends that one. */
    @Test
    void aNumberThatMendsOneUseOfABlockIsNotNamedUnlessTheOtherIsAccepted() {
        ModelDeclaration model = twoUses(64, 20, """
                x = Conv kernel=3 padding=1 out=4
                s = Conv kernel=5 stride=4 padding=2 out=4
                use1 = Conv kernel=1 from=s
                t = Conv kernel=5 stride=4 padding=2 out=4 from=x
                use2 = Conv kernel=1 from=t
                p = GlobalPool from=use1
                q = GlobalPool from=use2
                both = Concat from=p,q
                """);
        assertEquals(
                List.of("DegenerateDilation at use1", "DegenerateDilation at use2"), Told.of(model, Told.BUT_UNREAD));
        assertEquals(
                List.of("DegenerateDilation at use1" + NOT_SO + "stride = 3 at s (now 4)"),
                Told.of(Told.accepting(model, "use2", "DegenerateDilation"), Told.BUT_UNREAD));
    }

    /**
     * Two units of 2048 on either way, each of ten halvings, of which five are common: any stride of 1 makes four units for one use, but
     * only those in common for both.
     */
    @Test
    void tenNumbersAreJudgedOfWhichFiveMendBothUses() {
        String common = IntStream.range(0, 5)
                .mapToObj(i -> "s%s = Conv kernel=3 stride=2 padding=1 out=4\n".formatted(i))
                .collect(Collectors.joining());
        ModelDeclaration model = twoUses(
                2048,
                3,
                common + way("a") + "use1 = Conv kernel=1\n" + way("b")
                        + "use2 = Conv kernel=1\np = GlobalPool from=use1\nq = GlobalPool from=use2\nboth = Concat from=p,q\n");
        String five = IntStream.range(0, 5)
                .mapToObj(i -> "stride = 1 at s%s (now 2)".formatted(i))
                .collect(Collectors.joining("; or "));
        List<String> told = Told.of(model, Told.BUT_UNREAD);
        assertEquals("DegenerateDilation at use1" + NOT_SO + five, told.get(0));
    }

    private static String way(String name) {
        return IntStream.range(0, 5)
                .mapToObj(i -> "%s%s = Conv kernel=3 stride=2 padding=1 out=4%s\n"
                        .formatted(name, i, i == 0 ? " from=s4" : ""))
                .collect(Collectors.joining());
    }
}
