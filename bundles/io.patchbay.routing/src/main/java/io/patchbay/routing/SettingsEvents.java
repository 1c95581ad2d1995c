// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import io.patchbay.api.journal.JournalEntry;
import io.patchbay.spi.event.EventType;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** The words of routing's journal entries: one component a type. */
final class SettingsEvents {
    private SettingsEvents() {}

    private abstract static class Change implements EventType {
        private final String type;
        private final String thing;
        private final String english;
        private final String chinese;

        Change(String type, String thing, String english, String chinese) {
            this.type = type;
            this.thing = thing;
            this.english = english;
            this.chinese = chinese;
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String words(JournalEntry entry, Locale locale) {
            Map<String, Object> body = entry.body();
            return (locale.getLanguage().equals("zh") ? chinese : english) + body.getOrDefault(thing, "");
        }
    }

    /** A queue was added or changed. */
    @Component(service = EventType.class)
    public static final class QueueSaved extends Change {
        public QueueSaved() {
            super("queue.saved", "queue", "Queue saved: ", "队列已保存：");
        }
    }

    /** A queue was removed. */
    @Component(service = EventType.class)
    public static final class QueueRemoved extends Change {
        public QueueRemoved() {
            super("queue.removed", "queue", "Queue removed: ", "队列已删除：");
        }
    }

    /** A skill was added or renamed. */
    @Component(service = EventType.class)
    public static final class SkillSaved extends Change {
        public SkillSaved() {
            super("skill.saved", "skill", "Skill saved: ", "技能已保存：");
        }
    }

    /** A skill was removed. */
    @Component(service = EventType.class)
    public static final class SkillRemoved extends Change {
        public SkillRemoved() {
            super("skill.removed", "skill", "Skill removed: ", "技能已删除：");
        }
    }

    /** A code was added or changed. */
    @Component(service = EventType.class)
    public static final class CodeSaved extends Change {
        public CodeSaved() {
            super("code.saved", "key", "Code saved: ", "代码已保存：");
        }
    }
}
