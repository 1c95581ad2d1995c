// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reply;

import io.patchbay.reply.api.CannedAnswer;
import io.patchbay.reply.api.CannedAnswers;
import io.patchbay.reply.store.AnswerTable;
import io.patchbay.store.Outbox;
import io.patchbay.store.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Canned answers as a service. */
@Component(service = {CannedAnswers.class, ReplyComponent.class})
public final class ReplyComponent implements CannedAnswers {
    private final AnswerBook book;
    private final ExecutorService worker = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(100), work -> new Thread(work, "patchbay-reply-1"));

    @Activate
    public ReplyComponent(
            @Reference(target = "(osgi.unit.name=reply)") Transactions transactions, @Reference Outbox outbox) {
        book = new AnswerBook(new AnswerTable(transactions, outbox), InstantSource.system());
    }

    @Deactivate
    void close() {
        worker.shutdown();
    }

    @Override
    public List<CannedAnswer> all() {
        return book.all();
    }

    AnswerBook book() {
        return book;
    }

    /** Where changes are carried out, off the caller's thread. */
    ExecutorService worker() {
        return worker;
    }
}
