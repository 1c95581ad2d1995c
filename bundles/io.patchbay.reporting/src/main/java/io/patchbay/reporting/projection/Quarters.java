// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.projection;

/** Quarter-hours UTC, counted from 1970. The zones of this century differ from UTC by whole quarter-hours. */
public final class Quarters {
    /** Length of a quarter-hour. */
    public static final long MILLIS = 900_000;

    private Quarters() {}

    /**
     * Takes one piece of an interval.
     *
     * @param <E> what may go wrong
     */
    public interface Piece<E extends Exception> {
        /**
         * A piece.
         *
         * @param quarter in which quarter-hour
         * @param millis how long, more than 0
         * @throws E if it cannot be taken
         */
        void take(long quarter, long millis) throws E;
    }

    /**
     * The quarter-hour of a moment.
     *
     * @param millis since 1970
     * @return its number
     */
    public static long of(long millis) {
        return Math.floorDiv(millis, MILLIS);
    }

    /**
     * Cuts an interval at the bounds of quarter-hours.
     *
     * @param from its beginning, milliseconds since 1970
     * @param to its end; nothing happens if it does not lie after the beginning
     * @param piece takes the pieces in order
     * @param <E> what may go wrong
     * @throws E if a piece cannot be taken
     */
    public static <E extends Exception> void pieces(long from, long to, Piece<E> piece) throws E {
        long at = from;
        while (at < to) {
            long end = Math.min(to, (of(at) + 1) * MILLIS);
            piece.take(of(at), end - at);
            at = end;
        }
    }
}
