package io.patchbay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Bundles may come and go (DESIGN.md 3, "Rules that keep hot really hot"). */
class HotReferencesTest {
    @Test
    void aReferenceToAnotherFeatureIsDynamicAndNeverMandatory() throws Exception {
        House house = new House();
        List<String> stiff = new ArrayList<>();
        for (Path jar : house.jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream()
                        .filter(HotReferencesTest::describesAComponent)
                        .toList()) {
                    collectStiffReferences(house, file, entry, stiff);
                }
            }
        }
        assertThat(stiff).isEmpty();
    }

    @Test
    void noBundleImportsEverythingDynamically() throws IOException {
        for (Path jar : new House().jars()) {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.getManifest().getMainAttributes().getValue("DynamicImport-Package"))
                        .as("DynamicImport-Package of %s", jar.getFileName())
                        .isNotEqualTo("*");
            }
        }
    }

    private static boolean describesAComponent(JarEntry entry) {
        return entry.getName().matches("OSGI-INF/[^/]+\\.xml");
    }

    private static void collectStiffReferences(House house, JarFile file, JarEntry entry, List<String> stiff)
            throws Exception {
        Document document;
        try (InputStream in = file.getInputStream(entry)) {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        }
        String component = document.getDocumentElement().getAttribute("name");
        String own = house.moduleOf(component);
        NodeList references = document.getElementsByTagName("reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            String type = reference.getAttribute("interface");
            String owner = house.moduleOf(type);
            boolean free =
                    owner.isEmpty() || owner.equals(own) || House.BASE.contains(owner) || House.together(own, owner);
            boolean mandatory = !reference.getAttribute("cardinality").startsWith("0");
            boolean fixed = !"dynamic".equals(reference.getAttribute("policy"));
            if (!free && (mandatory || fixed)) {
                stiff.add(component + " refers to " + type
                        + " of another feature: make it optional or multiple, dynamic, greedy");
            }
        }
    }
}
