// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.store.OutgoingTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Patchbay as an account sees it: takes each letter once. */
final class Desk implements Core {
    final Map<String, SmsLetter> letters = new ConcurrentHashMap<>();
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<OutgoingTable.Fate> fates = new CopyOnWriteArrayList<>();
    volatile boolean full;
    volatile boolean deaf;
    volatile boolean talking;

    @Override
    public CompletionStage<Void> post(SmsLetter letter) {
        if (full) {
            return CompletableFuture.failedStage(new IllegalStateException("full"));
        }
        if (letters.putIfAbsent(letter.id(), letter) == null) {
            texts.add(letter.text());
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Boolean> report(OutgoingTable.Fate fate) {
        if (!deaf) {
            fates.add(fate);
        }
        return CompletableFuture.completedStage(!deaf);
    }

    @Override
    public boolean talksWith(Address number) {
        return talking;
    }
}
