// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a {@code persistence.xml} says: name, entity classes, properties.
 *
 * @param name the unit's name
 * @param root where the bundle's classes are
 * @param classes the entities
 * @param properties EclipseLink's settings
 */
public record UnitDescription(String name, URL root, List<String> classes, Properties properties) {
    private static final int PATH_BELOW_ROOT = "META-INF/persistence.xml".length();

    public UnitDescription {
        classes = List.copyOf(classes);
    }

    /**
     * Reads the first unit of a file.
     *
     * @param file {@code META-INF/persistence.xml} of a bundle or jar
     * @return the unit
     * @throws IOException naming the file, if it is none
     */
    public static UnitDescription read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document document = factory.newDocumentBuilder().parse(in);
            Element unit =
                    (Element) document.getElementsByTagName("persistence-unit").item(0);
            return new UnitDescription(unit.getAttribute("name"), root(file), classes(unit), properties(unit));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static URL root(URL file) throws IOException {
        String text = file.toExternalForm();
        return new URL(text.substring(0, text.length() - PATH_BELOW_ROOT));
    }

    private static List<String> classes(Element unit) {
        NodeList nodes = unit.getElementsByTagName("class");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            names.add(nodes.item(i).getTextContent().strip());
        }
        return names;
    }

    private static Properties properties(Element unit) {
        NodeList nodes = unit.getElementsByTagName("property");
        Properties properties = new Properties();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element property = (Element) nodes.item(i);
            properties.setProperty(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }
}
