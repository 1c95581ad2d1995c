// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.crm;

import io.patchbay.demo.town.folk.Resident;
import io.patchbay.demo.town.folk.Townsfolk;
import java.util.ArrayList;
import java.util.List;

/** Whom the CRM knows: the demo's customers, twenty whom Patchbay has never seen, and the town's residents. */
final class Clients {
    private static final String KNOWN =
            """
            林若晴|gold|+8613800132046|lin.ruoqing@example.com
            王建国|vip|+8613911110002|wang.jianguo@example.com
            张丽华|standard|+8613711110003|zhang.lihua@example.com
            刘洋|silver|+8613611110004|liu.yang@example.com
            陈思远|standard|+8613511110005|chen.siyuan@example.com
            赵敏|gold|+8613411110006|zhao.min@example.com
            Emma Wilson|silver|+447700900123|emma.wilson@example.com
            James Carter|standard|+12025550143|james.carter@example.com
            黄志强|standard|+8613311110009|huang.zhiqiang@example.com
            周雨桐|vip|+8613211110010|zhou.yutong@example.com
            """;
    private static final String MORE =
            "许文博 沈佳怡 韩冬梅 唐晓峰 冯雅琴 曹志远 彭丽娜 董国庆 袁静怡 邓伟强" + " 傅晓燕 苏明哲 卢雪梅 蒋浩然 蔡玉兰 贾思敏 丁建华 魏晨曦 薛海涛 叶知秋";
    private static final List<String> TIERS = List.of("gold", "silver", "standard", "vip");
    private static final List<String> SEGMENTS = List.of("个人金融", "财富管理", "小微企业", "私人银行");
    private static final List<String> MANAGERS = List.of("高明", "罗兰", "石磊");
    private static final List<String> PRODUCTS = List.of("借记卡", "理财产品 R3", "住房贷款", "信用卡金卡", "证券账户");

    private Clients() {}

    static List<Client> all() {
        List<Client> all = new ArrayList<>();
        KNOWN.lines().map(line -> line.split("[|]", -1)).forEach(cells -> all.add(client(all.size(), cells)));
        for (String name : MORE.split(" ", -1)) {
            int place = all.size();
            all.add(client(
                    place,
                    name,
                    TIERS.get(place % TIERS.size()),
                    "+86150222200" + (10 + place),
                    "client" + place + "@example.net"));
        }
        Townsfolk.all().forEach(resident -> all.add(client(all.size(), resident)));
        return List.copyOf(all);
    }

    private static Client client(int place, Resident resident) {
        return new Client(
                "C" + (100_201 + place),
                resident.name(),
                resident.tier(),
                SEGMENTS.get(place % SEGMENTS.size()),
                resident.manager(),
                resident.phone(),
                resident.mail(),
                List.of(),
                resident.holdings());
    }

    private static Client client(int place, String... cells) {
        return new Client(
                "C" + (100_201 + place),
                cells[0],
                cells[1],
                SEGMENTS.get(place % SEGMENTS.size()),
                MANAGERS.get(place % MANAGERS.size()),
                cells[2],
                cells[3],
                place % 5 == 0 ? List.of("手续费争议，处理中") : List.of(),
                PRODUCTS.subList(0, 1 + place % PRODUCTS.size()));
    }
}
