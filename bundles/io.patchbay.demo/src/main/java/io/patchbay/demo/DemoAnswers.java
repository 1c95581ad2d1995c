// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.Command;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Commands;
import io.patchbay.reply.api.AnswerCommand;
import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.reply.api.CannedAnswers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** A few canned answers for the demo, once their feature is there and has none. */
@Component(service = DemoAnswers.class, immediate = true)
public final class DemoAnswers {
    private static final int TRIES = 300;
    private static final long PAUSE_NANOS = 200_000_000;

    private final Commands commands;
    private volatile boolean closed;

    @Activate
    public DemoAnswers(@Reference Commands commands) {
        this.commands = commands;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addAnswers(CannedAnswers answers) {
        if (Boolean.getBoolean("patchbay.demo") && answers.all().isEmpty()) {
            new Thread(this::seed, "patchbay-demo-3").start();
        }
    }

    void removeAnswers(CannedAnswers answers) {
        // what was seeded stays in its table
    }

    @Deactivate
    void close() {
        closed = true;
    }

    private void seed() {
        for (Command command : everything()) {
            CommandResult result = execute(command);
            for (int i = 0; i < TRIES && result instanceof CommandResult.Refused && !closed; i++) {
                LockSupport.parkNanos(PAUSE_NANOS); // handlers come a little later
                result = execute(command);
            }
        }
    }

    private CommandResult execute(Command command) {
        return commands.execute(new Actor.Part("demo"), command, "")
                .toCompletableFuture()
                .join();
    }

    private static List<Command> everything() {
        return List.of(
                answer(
                        "hello",
                        "问候",
                        "{customer}您好，我是{agent}，请问有什么可以帮您？",
                        "Hello {customer}, this is {agent}. How can I help?"),
                answer("wait", "请稍候", "请稍候，我为您查询。", "One moment, I am looking it up."),
                answer(
                        "hours",
                        "营业时间",
                        "营业网点周一至周五 9:00–17:00 营业，客服全天在线。",
                        "Branches are open Monday to Friday, 9:00 to 17:00."),
                answer("bye", "结束语", "感谢您的来访，祝您生活愉快。", "Thank you for getting in touch."));
    }

    private static Command answer(String shortcut, String title, String chinese, String english) {
        return new AnswerCommand.SaveAnswer(new CannedAnswer(shortcut, title, chinese, english, Optional.empty()));
    }
}
