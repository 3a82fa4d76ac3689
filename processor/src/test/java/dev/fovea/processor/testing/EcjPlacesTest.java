package dev.fovea.processor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each text, {@code <} stands before the place of ECJ and {@code >} before that of javac. */
final class EcjPlacesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @A(<kernel = >3) Object a;
            @A(kernel = 3, <rate = >{1, 2}) Object a;
            @A(kernel = 3, <rate = {1, >2}) Object a;
            @A(<kernel = Padding>.SAME) Object a;
            @A(<kernel = 1 >+ 1) Object a;
            @A(<kernel = f(1, 2) >+ 1) Object a;
            @A(from = {"(", "b"}, <to = >"x") Object a;
            @A(<from = {"a = {", >"b"}) Object a;
            @N(input = @I(<size = >{224})) class Net {}
            @N(<input = @I(size = {224}), x >+ 1) class Net {}
            @Endpoint(<>"C4") Object a;
            @Accept(<{"a", >"b"}) Object a;
            @Accept(  <{  "a", >"b"}) Object a;
            @dev.fovea.Accept(<{"a", >"b"}) Object a;
            <>@A(kernel = 3) Object a;
            @N(input = <>@I(size = 3)) class Net {}
            @A(kernel = 3) Object <>a;
            @A(kernel = 3) Object a, <>b;
            @N(input = 3) enum Net { @A(kernel = 3) <>X }
            @N(input = 3) class Net { Object <>a; }
            record Net(@A(kernel = 3) Object <>a) {}
            public final >class <Net {}
            public >enum <Net { X }
            >record <Net(int a) {}
            >interface <Net {}
            """)
    void followsJavac(String marked) {
        String text = marked.replaceAll("[<>]", "");
        int ecj = marked.replace(">", "").indexOf('<');
        int javac = marked.replace("<", "").indexOf('>');
        assertEquals(Place.at("", text, ecj), EcjPlaces.from(Place.at("", text, javac), text));
    }
}
