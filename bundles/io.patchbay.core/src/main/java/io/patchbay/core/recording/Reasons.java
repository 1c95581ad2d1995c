// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.command.Problem;

/** Why a recording is not given, in words. */
final class Reasons {
    private Reasons() {}

    static Problem none() {
        return new Problem("no-recording", "There is no recording of this contact.", "该会话没有录音。");
    }

    static Problem forbidden() {
        return new Problem(
                "forbidden",
                "You may not open this recording. Ask your supervisor. This attempt was recorded.",
                "您没有查看该录音的权限，可向班长申请。本次访问已记录。");
    }

    static Problem erased() {
        return new Problem(
                "erased",
                "This recording was erased: its key is destroyed. Nothing of it can be heard again.",
                "该录音已清除，密钥已销毁，无法再次收听。");
    }

    static Problem notTraced() {
        return new Problem(
                "not-traced",
                "The recording is not played, because the journal cannot note it now. Try again in a minute.",
                "流水暂时无法记录本次收听，录音未播放，请一分钟后重试。");
    }
}
