// SPDX-License-Identifier: Apache-2.0
package io.patchbay.benchmarks.calls;

import java.util.List;
import java.util.stream.IntStream;

/** The agents and the queue, made through commands; agents are signed on by the demo's supervisor. */
final class Floor {
    /** Straight to the queue, nothing said, nothing recorded. */
    static final String PLAIN = "95500";

    /** The same, recorded. */
    static final String RECORDED = "95501";

    private static final int FIRST = 20_000;

    private final Patchbay patchbay;
    private final List<String> extensions;

    Floor(Patchbay patchbay, int agents) {
        this.patchbay = patchbay;
        extensions = IntStream.range(FIRST, FIRST + agents)
                .mapToObj(Integer::toString)
                .toList();
    }

    List<String> extensions() {
        return extensions;
    }

    void furnish() {
        admin(
                "queue.save",
                "{'queue':'service','name':'Service','unit':'headquarters','needs':{'service':1},"
                        + "'wrapUp':'NONE','wrapUpSeconds':60,'ringSeconds':15}");
        number(PLAIN, false);
        number(RECORDED, true);
        for (String extension : extensions) {
            admin(
                    "person.save",
                    "{'user':'" + user(extension) + "','name':'Agent " + extension
                            + "','unit':'headquarters','roles':['agent'],'skills':{'service':5},'capacity':{'call':1},"
                            + "'extension':'" + extension + "'}");
            admin("phone.save", "{'extension':'" + extension + "','secret':'" + Phones.SECRET + "'}");
        }
    }

    private void number(String number, boolean record) {
        admin(
                "number.save",
                "{'number':'" + number + "','queue':'service','language':'zh-CN','record':" + record
                        + ",'notice':false,'staffNumber':false,'positionSeconds':0}");
    }

    void ready(int agents) {
        extensions.stream().limit(agents).forEach(extension -> presence(extension, "ready"));
        extensions.stream().skip(agents).forEach(extension -> presence(extension, "loggedOut"));
    }

    private void presence(String extension, String presence) {
        command("susan", "presence.change", "{'agent':'" + user(extension) + "','presence':'" + presence + "'}");
    }

    private static String user(String extension) {
        return "agent-" + extension;
    }

    private void admin(String name, String body) {
        command("admin", name, body);
    }

    private void command(String user, String name, String body) {
        patchbay.command(user, name, body.replace('\'', '"'));
    }
}
