/** Something went otherwise than the demo wants: it says what it was doing, and ends. */
final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
