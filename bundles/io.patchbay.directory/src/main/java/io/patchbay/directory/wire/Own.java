// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.wire;

import io.patchbay.api.access.Place;
import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult.Kind;
import io.patchbay.api.command.CommandResult.Refused;
import io.patchbay.api.command.Problem;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.Person;
import io.patchbay.directory.Directory;
import io.patchbay.directory.store.Account;
import java.util.Optional;

/** Whose things somebody changes. */
public final class Own {
    private Own() {}

    /**
     * Whether the actor is that person.
     *
     * @param actor who asks
     * @param user whose thing it is
     * @return true if it is his own
     */
    public static boolean is(Actor actor, UserId user) {
        return actor instanceof Actor.Person person && person.user().equals(user);
    }

    /**
     * Another person of the actor's units.
     *
     * @param directory who is where
     * @param actor who asks
     * @param user whom he means
     * @param permission what he needs there
     * @return the person, if the actor may do it with him
     */
    public static Optional<Person> visible(Directory directory, Actor actor, UserId user, String permission) {
        return directory
                .enabled(user)
                .map(Account::person)
                .filter(person ->
                        !(actor instanceof Actor.Person who) || who.scope().may(permission, Place.of(person.unit())));
    }

    /**
     * Somebody else's.
     *
     * @return the refusal
     */
    public static Refused notOwn() {
        return refused(Kind.FORBIDDEN, "only-own", "Everybody does this for himself.", "只能本人操作。");
    }

    /**
     * Nobody the actor could see.
     *
     * @param user whom he means
     * @return the refusal
     */
    public static Refused unknown(UserId user) {
        return refused(
                Kind.NOT_FOUND, "unknown-person", "There is no person {0} in your units.", "您的机构中没有人员 {0}。", user);
    }

    /**
     * A refusal in words.
     *
     * @param kind what sort of no
     * @param code stable key
     * @param english words
     * @param chinese the same in zh-CN
     * @param values what goes into both
     * @return the refusal
     */
    public static Refused refused(Kind kind, String code, String english, String chinese, Object... values) {
        return new Refused(kind, Problem.of(code, english, chinese, values));
    }
}
