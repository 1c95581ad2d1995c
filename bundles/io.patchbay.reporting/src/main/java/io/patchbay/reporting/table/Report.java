// SPDX-License-Identifier: Apache-2.0
package io.patchbay.reporting.table;

import io.patchbay.reporting.api.ReportKind;
import io.patchbay.reporting.api.ReportRefusedException;
import io.patchbay.reporting.api.ReportTable;
import java.util.Set;

/** One report. */
interface Report {
    ReportKind kind();

    /** By what it can be narrowed. */
    Set<String> filters();

    ReportTable run(Question question) throws ReportRefusedException;
}
