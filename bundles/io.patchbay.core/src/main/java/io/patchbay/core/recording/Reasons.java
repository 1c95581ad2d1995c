// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.recording;

import io.patchbay.api.access.Permissions;
import io.patchbay.api.command.Problem;
import io.patchbay.api.recording.Copy;
import java.time.Duration;

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

    static Problem notCopied() {
        return Problem.of(
                "copy-forbidden",
                "You may hear this recording but not take it out: the right {0} is missing. This attempt was recorded.",
                "您可以收听但无权导出该录音：缺少 {0}。本次尝试已记录。",
                Permissions.RECORDING_COPIES);
    }

    static Problem badPurpose(int length) {
        return Problem.of(
                "bad-purpose",
                "Say in {0} to {1} characters what the copy is for; now there are {2}.",
                "请用 {0} 至 {1} 个字符说明导出用途，现为 {2} 个。",
                Integer.toString(Copy.SHORTEST_PURPOSE),
                Integer.toString(Copy.LONGEST_PURPOSE),
                Integer.toString(length));
    }

    static Problem badStretch(Duration from, Duration to, Duration whole) {
        return Problem.of(
                "bad-stretch",
                "The recording has {2} ms; a copy from {0} to {1} ms cannot be made. Choose a stretch that begins before it"
                        + " ends, inside the recording.",
                "录音长 {2} 毫秒，无法导出 {0} 至 {1} 毫秒。请选择录音之内、起点早于终点的一段。",
                Long.toString(from.toMillis()),
                Long.toString(to.toMillis()),
                Long.toString(whole.toMillis()));
    }
}
