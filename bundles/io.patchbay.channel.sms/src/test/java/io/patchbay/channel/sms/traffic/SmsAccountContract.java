// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.traffic;

import static io.patchbay.channel.sms.Until.comesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import io.patchbay.channel.sms.codec.Carriage;
import io.patchbay.demo.smsc.Smsc;
import io.patchbay.demo.smsc.SmscDelivery;
import io.patchbay.demo.smsc.SmscMood;
import io.patchbay.store.plain.PlainStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account promises, over each database, with a moody SMSC. */
abstract class SmsAccountContract {
    private static final String LIN = "+8613800132046";
    private static final String LONG = "尊敬的客户，您的申请已经受理。".repeat(20) + "😀";

    private PlainStore store;
    private Smsc smsc;
    private Shop shop;

    abstract PlainStore open();

    @BeforeEach
    void begin() throws IOException {
        store = open();
        smsc = new Smsc(0);
        shop = new Shop(store, smsc.port());
        comesTrue("bound", shop::isUp);
    }

    @AfterEach
    void end() throws IOException {
        shop.close();
        smsc.close();
        store.close();
    }

    private void sent(String event, String text) {
        shop.send(event, LIN, text).toCompletableFuture().join();
    }

    private static void acknowledged(List<SmscDelivery> deliveries) {
        comesTrue("acknowledged", () -> deliveries.stream().allMatch(SmscDelivery::acknowledged));
    }

    @Test
    void anSmsIsALetterBeforeItIsAcknowledged() {
        List<SmscDelivery> deliveries = smsc.deliver(LIN, "我的卡丢了", false);
        acknowledged(deliveries);
        assertThat(shop.desk.letters.values()).singleElement().satisfies(letter -> {
            assertThat(letter.from()).isEqualTo(new Address.PhoneNumber(LIN));
            assertThat(letter.text()).isEqualTo("我的卡丢了");
            assertThat(letter.original()).isEmpty();
        });
    }

    @Test
    void whatIsNotTakenNowComesAgain() {
        shop.desk.full = true;
        List<SmscDelivery> deliveries = smsc.deliver(LIN, "hello", false);
        comesTrue("turned away", () -> deliveries.get(0).status() == 0x64);
        shop.desk.full = false;
        acknowledged(deliveries);
        assertThat(shop.desk.texts).containsExactly("hello");
    }

    @Test
    void aLongSmsIsJoinedInAnyOrder() {
        acknowledged(smsc.deliver(LIN, LONG, true));
        acknowledged(smsc.deliver(LIN, LONG, false));
        assertThat(shop.desk.texts).containsExactly(LONG, LONG);
    }

    @Test
    void partsSurviveARestart() {
        byte[] first = part(1, 2, "甲");
        smsc.deliver(LIN, 0x40, 8, first);
        comesTrue("kept", () -> smsc.open() == 0);
        shop.close();
        shop.open(Carriage.UDH8);
        smsc.deliver(LIN, 0x40, 8, first); // and repeated
        smsc.deliver(LIN, 0x40, 8, part(2, 2, "乙"));
        comesTrue("joined", () -> !shop.desk.texts.isEmpty());
        comesTrue("all acknowledged", () -> smsc.open() == 0);
        assertThat(shop.desk.texts).containsExactly("甲乙");
    }

    @Test
    void aPartThatNeverComesIsNamedAfterADay() {
        smsc.deliver(LIN, 0x40, 8, part(2, 2, "乙"));
        comesTrue("kept", () -> smsc.open() == 0);
        shop.clock.advance(Duration.ofHours(25));
        shop.close();
        shop.open(Carriage.UDH8);
        comesTrue("delivered as it is", () -> !shop.desk.texts.isEmpty());
        assertThat(shop.desk.texts.get(0)).contains("1/2").endsWith("乙");
    }

    private static byte[] part(int number, int total, String text) {
        byte[] octets = text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE);
        byte[] message = new byte[octets.length + 6];
        System.arraycopy(new byte[] {5, 0, 3, 77, (byte) total, (byte) number}, 0, message, 0, 6);
        System.arraycopy(octets, 0, message, 6, octets.length);
        return message;
    }

    @Test
    void whatIsRepeatedAfterALostAnswerIsOneLetter() {
        acknowledged(smsc.deliver(LIN, "1", false));
        smsc.drop();
        comesTrue("bound again", () -> smsc.binds() == 2 && shop.isUp());
        acknowledged(smsc.deliver(LIN, "1", false)); // the SMSC may not have seen our answer
        assertThat(shop.desk.letters).hasSize(1);
    }

    @Test
    void whatTheSmscCertainlyKnowsToBeTakenIsNoRepetition() {
        acknowledged(smsc.deliver(LIN, "1", false));
        shop.clock.advance(Duration.ofSeconds(1));
        sent("e", "its answer comes after ours");
        smsc.drop();
        comesTrue("bound again", () -> smsc.binds() == 2 && shop.isUp());
        acknowledged(smsc.deliver(LIN, "1", false));
        assertThat(shop.desk.letters).hasSize(2);
    }

    @Test
    void theSameWordsTwiceAreTwoLetters() {
        acknowledged(smsc.deliver(LIN, "1", false));
        acknowledged(smsc.deliver(LIN, "1", false));
        assertThat(shop.desk.letters).hasSize(2);
    }

    @Test
    void bytesThatAreNoTextAreKept() {
        SmscDelivery delivery = smsc.deliver(LIN, 0, 4, new byte[] {0, (byte) 0xff, 7});
        acknowledged(List.of(delivery));
        assertThat(shop.desk.letters.values()).singleElement().satisfies(letter -> {
            assertThat(letter.text()).contains("00 FF 07");
            assertThat(letter.original()).isPresent();
        });
    }

    @Test
    void anSmsGoesOutAndItsReceiptIsToldOnce() {
        sent("e1", LONG);
        comesTrue("told", () -> !shop.desk.fates.isEmpty());
        comesTrue("receipts acknowledged", () -> smsc.open() == 0);
        assertThat(smsc.sent()).singleElement().satisfies(sms -> {
            assertThat(sms.text()).isEqualTo(LONG);
            assertThat(sms.from()).isEqualTo("10690000");
            assertThat(sms.to()).isEqualTo("8613800132046");
        });
        assertThat(shop.desk.fates).singleElement().satisfies(fate -> {
            assertThat(fate.delivered()).isTrue();
            assertThat(fate.sending().message()).isEqualTo("m-e1");
        });
    }

    @Test
    void aReceiptBeforeTheAnswerAndOneInDecimalAreUnderstood() {
        smsc.mood().receipts(SmscMood.Receipts.EARLY);
        sent("early", "a");
        comesTrue("told", () -> shop.desk.fates.size() == 1);
        smsc.mood().receipts(SmscMood.Receipts.PARAMETERS);
        sent("decimal", "b");
        comesTrue("told", () -> shop.desk.fates.size() == 2);
        assertThat(shop.desk.fates).allMatch(fate -> fate.delivered());
    }

    @Test
    void anSmsThatFailsSaysWhy() {
        smsc.mood().receipts(SmscMood.Receipts.FAILED);
        sent("undelivered", "a");
        smsc.mood().refuse(1, 0x0b);
        sent("refused", "b");
        comesTrue("told", () -> shop.desk.fates.size() == 2);
        assertThat(shop.desk.fates).noneMatch(fate -> fate.delivered());
        assertThat(shop.desk.fates)
                .extracting(fate -> fate.reason())
                .anyMatch(reason -> reason.contains("UNDELIV") && reason.contains("069"))
                .anyMatch(reason -> reason.contains("the number is not valid"));
    }

    @Test
    void whatNobodyListenedToIsToldAgain() {
        shop.desk.deaf = true;
        sent("e", "a");
        comesTrue("receipt kept", () -> smsc.open() == 0);
        shop.close();
        shop.desk.deaf = false;
        shop.open(Carriage.UDH8);
        comesTrue("told", () -> shop.desk.fates.size() == 1);
    }

    @Test
    void aBusySmscIsGivenTimeAndGetsEverythingOnce() {
        smsc.mood().refuse(6, 0x58);
        smsc.mood().refuse(3, 0x14);
        List<String> texts = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        var all = texts.stream()
                .map(text -> shop.send(text, LIN, text).toCompletableFuture())
                .toList();
        all.forEach(one -> one.join());
        assertThat(smsc.sent()).extracting(Smsc.Sent::text).containsExactlyElementsOf(texts);
        assertThat(smsc.taken()).isEqualTo(texts.size());
    }

    @Test
    void onlyALostAnswerIsAskedForAgain() {
        smsc.mood().receipts(SmscMood.Receipts.OFF);
        smsc.mood().loseAnswers(1);
        sent("e1", "a");
        assertThat(smsc.taken()).as("the answer was lost").isEqualTo(2);
        sent("e1", "a");
        shop.close();
        shop.open(Carriage.UDH8);
        sent("e1", "a");
        assertThat(smsc.taken()).as("the answer is recorded").isEqualTo(2);
    }

    @Test
    void whileTheSmscIsAwaySmsWait() throws IOException {
        smsc.away();
        comesTrue("noticed", () -> !shop.isUp());
        var waiting = shop.send("e", LIN, "a").toCompletableFuture();
        assertThat(shop.account.condition().reason()).isNotBlank();
        smsc.back();
        waiting.join();
        assertThat(smsc.taken()).isEqualTo(1);
    }

    @Test
    void everyCarriageCarries() {
        smsc.mood().receipts(SmscMood.Receipts.OFF);
        for (Carriage carriage : Carriage.values()) {
            shop.close();
            shop.open(carriage);
            sent(carriage.name(), LONG);
        }
        assertThat(smsc.sent()).anyMatch(sms -> sms.text().equals(LONG) && sms.parts() == 1);
    }

    @Test
    void anOptOutWordIsConfirmedAndKept() {
        Address lin = new Address.PhoneNumber(LIN);
        acknowledged(smsc.deliver(LIN, "ＴＤ", false));
        comesTrue("confirmed", () -> smsc.sent().size() == 1);
        assertThat(smsc.sent().get(0).text()).contains("退订");
        assertThat(shop.desk.texts).as("it is no matter for an agent").isEmpty();
        shop.close();
        shop.open(Carriage.UDH8);
        assertThat(shop.optOuts.isOut(lin)).isTrue();
        shop.desk.talking = true;
        acknowledged(smsc.deliver(LIN, "start", false));
        assertThat(shop.desk.texts).as("who talks with an agent is seen").containsExactly("start");
        assertThat(shop.optOuts.isOut(lin)).isFalse();
    }
}
