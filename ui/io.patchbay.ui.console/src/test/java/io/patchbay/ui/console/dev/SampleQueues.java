// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.dev;

import io.patchbay.api.access.Scope;
import io.patchbay.api.id.QueueId;
import io.patchbay.api.id.SkillId;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueSettings;
import io.patchbay.api.queue.Queues;
import io.patchbay.api.queue.Skill;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Queues, skills and codes in memory. */
public final class SampleQueues implements Queues {
    public final Map<QueueId, QueueSettings> queues = new ConcurrentSkipListMap<>();
    public final List<Skill> skills = new ArrayList<>();
    public final List<Code> codes = new ArrayList<>();

    public SampleQueues() {
        queue("service", "综合服务", 20, 0.8, QueueSettings.WrapUp.Mode.OPTIONAL);
        queue("loans", "贷款与信用卡", 20, 0.8, QueueSettings.WrapUp.Mode.REQUIRED);
        queue("complaints", "投诉处理", 30, 0.9, QueueSettings.WrapUp.Mode.OPTIONAL);
        queue("vip", "VIP 专席", 10, 0.95, QueueSettings.WrapUp.Mode.OPTIONAL);
        queue("web", "在线客服", 30, 0.8, QueueSettings.WrapUp.Mode.OPTIONAL);
        skill("service", "综合");
        skill("loans", "贷款");
        skill("complaints", "投诉");
        skill("vip", "VIP");
        code(Code.Use.DISPOSITION, "enquiry", "Enquiry", "咨询");
        code(Code.Use.DISPOSITION, "business", "Business", "业务办理");
        code(Code.Use.DISPOSITION, "complaint", "Complaint", "投诉");
        code(Code.Use.DISPOSITION, "other", "Other", "其他");
        code(Code.Use.NOT_READY, "break", "Break", "小休");
        code(Code.Use.NOT_READY, "meal", "Meal", "用餐");
        code(Code.Use.NOT_READY, "meeting", "Meeting", "会议");
    }

    private void queue(String id, String name, int seconds, double share, QueueSettings.WrapUp.Mode mode) {
        QueueId queue = new QueueId(id);
        queues.put(
                queue,
                new QueueSettings(
                        queue,
                        name,
                        SampleDirectory.CENTRE,
                        Map.of(new SkillId(id.equals("web") ? "service" : id), 4),
                        0,
                        new QueueSettings.ServiceGoal(Duration.ofSeconds(seconds), share),
                        Duration.ofSeconds(15),
                        new QueueSettings.WrapUp(mode, Duration.ofSeconds(60))));
    }

    private void skill(String id, String name) {
        skills.add(new Skill(new SkillId(id), name));
    }

    private void code(Code.Use use, String key, String english, String chinese) {
        codes.add(new Code(use, key, english, chinese, false));
    }

    @Override
    public List<QueueSettings> queues(Scope scope) {
        return List.copyOf(queues.values());
    }

    @Override
    public Optional<QueueSettings> queue(Scope scope, QueueId id) {
        return Optional.ofNullable(queues.get(id));
    }

    @Override
    public List<Skill> skills() {
        return List.copyOf(skills);
    }

    @Override
    public List<Code> codes(Code.Use use) {
        return codes.stream().filter(code -> code.use() == use).toList();
    }
}
