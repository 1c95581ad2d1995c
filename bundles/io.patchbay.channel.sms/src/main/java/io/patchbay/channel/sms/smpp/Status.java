// SPDX-License-Identifier: Apache-2.0
package io.patchbay.channel.sms.smpp;

import static org.jsmpp.SMPPConstant.*;

import java.util.Map;
import java.util.Set;

/** A command_status in words, and what follows from it (SMPP 3.4, 5.1.3). */
public final class Status {
    public static final int OK = STAT_ESME_ROK;
    /** We cannot take it now; the SMSC shall try again. */
    public static final int TRY_AGAIN = STAT_ESME_RX_T_APPN;

    private static final Set<Integer> BUSY = Set.of(STAT_ESME_RTHROTTLED, STAT_ESME_RMSGQFUL);
    private static final Set<Integer> PASSING =
            Set.of(STAT_ESME_RSYSERR, STAT_ESME_RX_T_APPN, STAT_ESME_RSUBMITFAIL, STAT_ESME_RSERTYPUNAVAIL);
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(STAT_ESME_RINVMSGLEN, "message length not accepted"),
            Map.entry(STAT_ESME_RINVBNDSTS, "not bound for this"),
            Map.entry(STAT_ESME_RALYBND, "already bound"),
            Map.entry(STAT_ESME_RSYSERR, "system error at the SMSC"),
            Map.entry(STAT_ESME_RINVSRCADR, "our number is not accepted as sender"),
            Map.entry(STAT_ESME_RINVDSTADR, "the number is not valid"),
            Map.entry(STAT_ESME_RBINDFAIL, "bind failed"),
            Map.entry(STAT_ESME_RINVPASWD, "wrong password"),
            Map.entry(STAT_ESME_RINVSYSID, "unknown system id"),
            Map.entry(STAT_ESME_RMSGQFUL, "queue full"),
            Map.entry(STAT_ESME_RINVESMCLASS, "esm_class not accepted"),
            Map.entry(STAT_ESME_RSUBMITFAIL, "submit failed"),
            Map.entry(STAT_ESME_RINVSRCTON, "type of our number not accepted"),
            Map.entry(STAT_ESME_RINVDSTTON, "type of the number not accepted"),
            Map.entry(STAT_ESME_RTHROTTLED, "too many SMS at a time"),
            Map.entry(STAT_ESME_RX_T_APPN, "not possible now"),
            Map.entry(STAT_ESME_RX_P_APPN, "refused for good"),
            Map.entry(STAT_ESME_RX_R_APPN, "refused"),
            Map.entry(STAT_ESME_RDELIVERYFAILURE, "delivery failed"),
            Map.entry(STAT_ESME_RUNKNOWNERR, "unknown error at the SMSC"),
            Map.entry(STAT_ESME_RPROHIBITED, "prohibited by the SMSC"),
            Map.entry(STAT_ESME_RINVDCS, "coding not accepted"));

    private Status() {}

    /** Wants us slower; the same SMS is tried again for as long as it is valid. */
    static boolean isBusy(int status) {
        return BUSY.contains(status);
    }

    /** May work in a moment; tried again a few times. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** For example {@code 0x0b, the number is not valid}. */
    public static String words(int status) {
        String code = String.format("0x%02x", status);
        return WORDS.containsKey(status) ? code + ", " + WORDS.get(status) : "status " + code;
    }
}
