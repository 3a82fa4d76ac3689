package example;

final class HeadTest {
    final Head head = new Head();
}
