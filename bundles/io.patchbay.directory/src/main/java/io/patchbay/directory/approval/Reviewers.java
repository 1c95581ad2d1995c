// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.approval;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.access.Place;
import io.patchbay.api.access.Scope;
import io.patchbay.api.approval.Proposal;
import io.patchbay.api.approval.Stage;
import io.patchbay.api.id.UnitId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.people.People;
import io.patchbay.api.people.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may review what: neither the maker, nor an earlier reviewer, nor the person it is about. */
final class Reviewers {
    private final People people;

    Reviewers(People people) {
        this.people = people;
    }

    static String permission(Stage stage) {
        return stage == Stage.FIRST ? Permissions.REVIEW_FIRST : Permissions.REVIEW_FINAL;
    }

    boolean may(Scope scope, Proposal proposal) {
        return proposal.stage().waitsForReview()
                && scope.reader()
                        .filter(user -> !user.equals(proposal.maker())
                                && !proposal.subject().equals("person:" + user)
                                && proposal.reviews().stream()
                                        .noneMatch(review -> review.reviewer().equals(user)))
                        .isPresent()
                && scope.may(permission(proposal.stage()), Place.of(proposal.unit()));
    }

    /** Whether enough other people hold the rights; otherwise nothing could ever be approved. */
    boolean enough(List<Stage> stages, UserId maker, String subject, UnitId unit) {
        Place place = Place.of(unit);
        List<Set<UserId>> byStage = stages.stream()
                .map(stage -> people.people(Scope.system()).stream()
                        .map(Person::user)
                        .filter(user -> !user.equals(maker) && !subject.equals("person:" + user))
                        .filter(user -> people.scope(user).may(permission(stage), place))
                        .collect(Collectors.toSet()))
                .toList();
        Set<UserId> all = byStage.stream().flatMap(Set::stream).collect(Collectors.toSet());
        return byStage.stream().noneMatch(Set::isEmpty) && all.size() >= stages.size();
    }
}
