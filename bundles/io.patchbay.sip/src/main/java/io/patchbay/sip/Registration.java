// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip;

/** A registration of ours that is kept alive. */
public interface Registration extends AutoCloseable {
    /** Removes it at the trunk (one REGISTER with {@code Expires: 0}, not waited for) and stops refreshing. */
    @Override
    void close();
}
