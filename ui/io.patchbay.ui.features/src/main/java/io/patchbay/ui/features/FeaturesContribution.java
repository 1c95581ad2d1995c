// SPDX-License-Identifier: Apache-2.0
package io.patchbay.ui.features;

import com.vaadin.flow.component.Component;
import io.patchbay.api.access.Permissions;
import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.provision.api.Features;
import io.patchbay.ui.kit.text.Words;
import io.patchbay.ui.kit.view.ViewContext;
import io.patchbay.ui.kit.view.ViewContribution;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Brings features to the console. */
@org.osgi.service.component.annotations.Component(service = ViewContribution.class)
public final class FeaturesContribution implements ViewContribution {
    private final AtomicReference<Features> features = new AtomicReference<>();

    /** Made by the container. */
    public FeaturesContribution() {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void setFeatures(Features came) {
        features.set(came);
    }

    public void unsetFeatures(Features gone) {
        features.compareAndSet(gone, null);
    }

    @Override
    public String path() {
        return "features";
    }

    @Override
    public String title(Locale locale) {
        return Words.of(FeaturesContribution.class, locale).get("title");
    }

    @Override
    public String icon() {
        return "box";
    }

    @Override
    public int order() {
        return 930;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(FeatureCommand.PERMISSION, Permissions.OPERATE);
    }

    @Override
    public Component create(ViewContext context) {
        return new FeaturesView(() -> Optional.ofNullable(features.get()), context);
    }
}
