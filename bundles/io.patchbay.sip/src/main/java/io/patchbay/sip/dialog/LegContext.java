// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.dialog;

import io.patchbay.sip.call.DialogStore;
import io.patchbay.sip.edge.OurAddress;
import io.patchbay.sip.transaction.ClientTransactions;
import io.patchbay.sip.transaction.Lanes;
import io.patchbay.sip.transaction.Timers;
import io.patchbay.sip.wire.Outlet;

/** What every leg needs. */
record LegContext(
        OurAddress us,
        Outlet outlet,
        Lanes lanes,
        ClientTransactions clients,
        Timers timers,
        Legs legs,
        DialogStore store) {}
