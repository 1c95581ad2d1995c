// SPDX-License-Identifier: Apache-2.0
package io.patchbay.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.address.Address;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NameWordsTest {
    private static boolean finds(String name, String typed) {
        return NameWords.kept(name).containsAll(NameWords.asked(typed))
                && !NameWords.asked(typed).isEmpty()
                && NameWords.has(name, typed);
    }

    @Test
    void chineseNameIsFoundByCharacterPairAndWhole() {
        for (String typed : List.of("王", "小明", "王小明", "明", "王小")) {
            assertThat(finds("王小明", typed)).as(typed).isTrue();
        }
        assertThat(finds("王小明", "王明")).isFalse();
        assertThat(finds("甲乙 乙丙", "甲乙丙")).as("pairs that stand apart").isFalse();
    }

    @Test
    void latinNameIsFoundByWholeWordsOnly() {
        assertThat(finds("Anna-Maria  O'Neill", "ANNA neill")).isTrue();
        assertThat(finds("Anna Neill", "Ann")).isFalse();
        assertThat(finds("ＡＢＣ公司", "abc 公司")).isTrue();
        assertThat(finds("Anna", "  - ")).isFalse();
    }

    @Test
    void typedNumberMeansWhatItLooksLike() {
        TypedAddress typed = new TypedAddress("CN");
        assertThat(typed.meant("010 1234 5678")).contains(new Address.PhoneNumber("+861012345678"));
        assertThat(typed.meant("+44 20 7946 0958")).contains(new Address.PhoneNumber("+442079460958"));
        assertThat(typed.meant("1001")).contains(new Address.Extension("1001"));
        assertThat(typed.meant("95500")).contains(new Address.ShortCode("95500", "+86"));
        assertThat(typed.meant("Anna@Example.ORG")).containsExactly(new Address.EmailAddress("Anna@example.org"));
        assertThat(typed.meant("wechat:abc")).containsExactly(new Address.Handle("wechat", "abc"));
        assertThat(typed.meant("王小明")).isEmpty();
    }
}
