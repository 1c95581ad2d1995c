// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo.town.folk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The town's residents: the same ones from the same seed. Their numbers and addresses are nobody's. */
public final class Townsfolk {
    /** How many there are. */
    public static final int COUNT = 240;
    /** From which they are made. */
    public static final long SEED = 20_261_122;

    private static final List<String> SURNAMES = List.of(
            "林lin 王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 高gao 罗luo"
                    .split(" "));
    private static final List<String> GIVEN = List.of(
            ("子涵zihan 雨桐yutong 浩宇haoyu 欣怡xinyi 思远siyuan 佳慧jiahui 晓明xiaoming 丽华lihua 建军jianjun 秀英xiuying 志强zhiqiang 海燕haiyan"
                            + " 文博wenbo 梦洁mengjie 国栋guodong 春梅chunmei 一鸣yiming 静怡jingyi 俊杰junjie 若曦ruoxi")
                    .split(" "));
    private static final List<String> FIRST = List.of(
            "Oliver Amelia George Isla Harry Ava Noah Mia Jack Grace Leo Sophie Arthur Lily Oscar Freya".split(" "));
    private static final List<String> LAST =
            List.of("Smith Jones Taylor Brown Evans Walker Hughes Green Clarke Turner Parker Cook".split(" "));
    private static final List<String> HOLDINGS = List.of("借记卡", "理财产品 R2", "住房贷款", "信用卡金卡", "证券账户", "大额存单");
    private static final List<String> MANAGERS = List.of("高明", "罗兰", "石磊");
    private static final int ENGLISH_EVERY = 5;

    private Townsfolk() {}

    /** All residents; no two share a name, a number or an address. */
    public static List<Resident> all() {
        return of(SEED, COUNT);
    }

    /** The residents of a seed. */
    public static List<Resident> of(long seed, int count) {
        Random random = new Random(seed);
        List<Resident> residents = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        while (residents.size() < count) {
            boolean english = residents.size() % ENGLISH_EVERY == ENGLISH_EVERY - 1;
            String[] name = english ? english(random) : chinese(random);
            if (names.add(name[0])) {
                residents.add(resident(random, residents.size(), english, name));
            }
        }
        return List.copyOf(residents);
    }

    /** The name, and how an address writes it. */
    private static String[] chinese(Random random) {
        String surname = any(random, SURNAMES);
        String given = any(random, GIVEN);
        return new String[] {
            surname.substring(0, 1) + given.substring(0, 2), given.substring(2) + "." + surname.substring(1)
        };
    }

    private static String[] english(Random random) {
        String name = any(random, FIRST) + " " + any(random, LAST);
        return new String[] {name, name.toLowerCase(Locale.ROOT).replace(' ', '.')};
    }

    private static Resident resident(Random random, int place, boolean english, String... name) {
        // 07700 900000 to 900999 are kept free for stories (Ofcom); 1700000 is an unassigned block.
        String phone = english
                ? "+447700900" + (200 + place)
                : "+861700000" + String.format(Locale.ROOT, "%04d", 1000 + place);
        List<String> held = new ArrayList<>();
        for (String one : HOLDINGS) {
            if (held.isEmpty() || random.nextInt(3) == 0) {
                held.add(one);
            }
        }
        return new Resident(
                name[0],
                tier(random.nextInt(100)),
                english,
                phone,
                name[1] + place + "@town.patchbay.example",
                held,
                any(random, MANAGERS));
    }

    private static String tier(int percent) {
        return percent < 60 ? "standard" : percent < 82 ? "silver" : percent < 95 ? "gold" : "vip";
    }

    private static String any(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
