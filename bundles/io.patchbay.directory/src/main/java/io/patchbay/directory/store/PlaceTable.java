// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.store;

import io.patchbay.api.id.UserId;
import io.patchbay.api.signin.Greeting;
import io.patchbay.api.signin.Visit;
import io.patchbay.store.Transactions;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where people signed in: their devices by the hash of a token, their addresses, and the last time. */
public final class PlaceTable {
    private static final int MOST_OF_ONE = 40;
    private static final int DOORS = 64;

    private final Transactions transactions;

    /** A failed attempt is noted while the next one may already sign in: one after the other for each person. */
    private final List<Object> doors = Stream.generate(Object::new).limit(DOORS).toList();

    /**
     * A place of somebody.
     *
     * @param id of a device the hash of its token; of an address alone a hash of it
     * @param user whose
     * @param address where
     */
    public record Place(String id, UserId user, String address) {}

    /**
     * The tables of one unit.
     *
     * @param transactions of the persistence unit {@code directory}
     */
    public PlaceTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Reads all places.
     *
     * @return what is committed
     */
    public List<Place> load() {
        return transactions.call(em -> Sql.rows(em, "select id, person, address from sign_in_place").stream()
                .map(row -> new Place((String) row[0], new UserId((String) row[1]), (String) row[2]))
                .toList());
    }

    /**
     * Notes a sign-in; the places longest unused go if there are too many.
     *
     * @param place where
     * @param visit in words
     * @param now when
     * @return the sign-in before, and how many failures there were since
     */
    public Before came(Place place, Visit visit, Instant now) {
        synchronized (door(place.user)) {
            return transactions.call(em -> noted(em, place, visit, now));
        }
    }

    private Object door(UserId user) {
        return doors.get(Math.floorMod(user.hashCode(), DOORS));
    }

    private static Before noted(EntityManager em, Place place, Visit visit, Instant now) {
        Sql.run(em, "delete from sign_in_place where id = ?", place.id);
        Sql.run(
                em,
                "insert into sign_in_place (id, person, address, device, last_at) values (?, ?, ?, ?, ?)",
                place.id,
                place.user.value(),
                place.address,
                visit.device(),
                now.toEpochMilli());
        forgetOldest(em, place.user);
        Before before = before(em, place.user);
        last(em, place.user, visit, now, 0);
        return before;
    }

    private static void forgetOldest(EntityManager em, UserId user) {
        Sql.rows(em, "select id, last_at from sign_in_place where person = ? order by last_at desc", user.value())
                .stream()
                .skip(MOST_OF_ONE)
                .forEach(row -> Sql.run(em, "delete from sign_in_place where id = ?", row[0]));
    }

    private static Before before(EntityManager em, UserId user) {
        return Sql.rows(
                        em,
                        "select last_at, address, device, failures from sign_in_last where person = ?",
                        user.value())
                .stream()
                .map(row -> new Before(
                        Sql.maybeAt(row[0]).map(at -> new Greeting.Last(at, (String) row[1], (String) row[2])),
                        (int) Sql.number(row[3])))
                .findFirst()
                .orElse(new Before(Optional.empty(), 0));
    }

    private static void last(EntityManager em, UserId user, Visit visit, Instant now, int failures) {
        Sql.run(em, "delete from sign_in_last where person = ?", user.value());
        Sql.run(
                em,
                "insert into sign_in_last (person, last_at, address, device, failures) values (?, ?, ?, ?, ?)",
                user.value(),
                now.toEpochMilli(),
                visit.address(),
                visit.device(),
                failures);
    }

    /**
     * Notes an attempt that failed.
     *
     * @param user with whose account
     */
    public void failed(UserId user) {
        synchronized (door(user)) {
            transactions.run(em -> {
                int counted =
                        Sql.run(em, "update sign_in_last set failures = failures + 1 where person = ?", user.value());
                if (counted == 0) {
                    last(em, user, new Visit("", "", ""), Instant.EPOCH, 1);
                }
            });
        }
    }

    /**
     * How it was before a sign-in.
     *
     * @param last the sign-in before
     * @param failures since then
     */
    public record Before(Optional<Greeting.Last> last, int failures) {}
}
