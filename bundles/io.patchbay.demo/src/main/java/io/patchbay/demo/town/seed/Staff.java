// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.seed;

import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.RoleId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.id.UserId;
import io.patchbay.api.id.WorkKind;
import io.patchbay.api.people.Grant;
import io.patchbay.api.people.Person;
import io.patchbay.api.people.Profile;
import io.patchbay.demo.DemoPeople;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The simulated agents and the queues that only they serve. They have no password: nobody signs in as one of them. */
public final class Staff {
    /** The queues, by id, with their names. */
    public static final Map<String, String> QUEUES = queueNames();

    private static final List<String> NAMES = List.of(
            "hannah Hannah 黄欣",
            "leon Leon 罗杰",
            "xia Xia 夏曦",
            "yun Yun 孙鸣",
            "mark Mark Turner",
            "tina Tina 唐静",
            "feng Feng 冯浩",
            "grace Grace 顾雅");
    private static final int FIRST_EXTENSION = 2001;
    private static final Map<WorkKind, Integer> CAPACITY =
            Map.of(new WorkKind("call"), 1, new WorkKind("chat"), 2, new WorkKind("sms"), 2, new WorkKind("mail"), 3);

    private Staff() {}

    private static Map<String, String> queueNames() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("town-care", "晴川 · 综合服务");
        names.put("town-cards", "晴川 · 银行卡");
        names.put("town-wealth", "晴川 · 理财");
        return names;
    }

    /** The queue of a matter. */
    public static QueueId queue(String last) {
        return new QueueId("town-" + last);
    }

    /** The number of a queue, to dial. */
    public static String number(QueueId queue) {
        return Integer.toString(95_510 + List.copyOf(QUEUES.keySet()).indexOf(queue.value()));
    }

    /** The agents. */
    public static List<Person> people() {
        return NAMES.stream().map(Staff::person).toList();
    }

    private static Person person(String words) {
        int place = NAMES.indexOf(words);
        String[] parts = words.split(" ", 2);
        Map<SkillId, Integer> skills = new HashMap<>();
        skills.put(new SkillId("town-care"), 5);
        skills.put(new SkillId(place % 2 == 0 ? "town-cards" : "town-wealth"), 5);
        return new Person(
                new UserId(parts[0]),
                parts[1],
                DemoPeople.UNIT,
                Set.of(Grant.of(new RoleId("agent"))),
                new Person.Work(skills, CAPACITY),
                Optional.of(Integer.toString(FIRST_EXTENSION + place)),
                true,
                Profile.NONE);
    }
}
