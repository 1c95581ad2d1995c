// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.console.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.ResourceProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/** Finds Flow's token file, statistics and start page in this bundle, not through the thread's class loader. */
public class BundleResources implements ResourceProvider {
    private static final ClassLoader OURS = BundleResources.class.getClassLoader();

    @Override
    public URL getApplicationResource(String path) {
        return OURS.getResource(path);
    }

    @Override
    public List<URL> getApplicationResources(String path) throws IOException {
        return Collections.list(OURS.getResources(path));
    }

    @Override
    public URL getClientResource(String path) {
        return UI.class.getClassLoader().getResource(path);
    }

    @Override
    public InputStream getClientResourceAsStream(String path) throws IOException {
        URL found = getClientResource(path);
        return found == null ? null : found.openStream();
    }
}
