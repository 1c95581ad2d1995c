// SPDX-License-Identifier: Apache-2.0
package io.patchbay.demo;

import io.patchbay.api.address.Address;
import io.patchbay.api.customer.Customer;
import io.patchbay.api.id.AgentId;
import io.patchbay.api.id.CustomerId;
import java.util.List;
import java.util.Optional;

/** A few customers to recognise. */
final class DemoCustomers {
    private DemoCustomers() {}

    static List<Customer> all(long now) {
        return List.of(
                customer(now, "林若晴", "gold", "+8613800132046", "lin.ruoqing@example.com", "偏好下午联系；理财产品 R3"),
                customer(now, "王建国", "vip", "+8613911110002", "wang.jianguo@example.com", "私人银行客户，先转客户经理", "carol", ""),
                customer(now, "张丽华", "standard", "+8613711110003", "zhang.lihua@example.com", ""),
                customer(now, "刘洋", "silver", "+8613611110004", "liu.yang@example.com", "房贷还款日每月 12 日"),
                customer(now, "陈思远", "standard", "+8613511110005", "chen.siyuan@example.com", ""),
                customer(now, "赵敏", "gold", "+8613411110006", "zhao.min@example.com", "投诉处理中，语气请放缓"),
                customer(
                        now,
                        "Emma Wilson",
                        "silver",
                        "+447700900123",
                        "emma.wilson@example.com",
                        "English, please",
                        "",
                        "en"),
                customer(now, "James Carter", "standard", "+12025550143", "james.carter@example.com", ""),
                customer(now, "黄志强", "standard", "+8613311110009", "huang.zhiqiang@example.com", ""),
                customer(now, "周雨桐", "vip", "+8613211110010", "zhou.yutong@example.com", "企业主，名下三张对公卡", "carol", ""));
    }

    private static Customer customer(long now, String name, String tier, String number, String mail, String remark) {
        return customer(now, name, tier, number, mail, remark, "", "");
    }

    private static Customer customer(
            long now,
            String name,
            String tier,
            String number,
            String mail,
            String remark,
            String officer,
            String language) {
        return new Customer(
                CustomerId.at(now),
                name,
                tier,
                DemoPeople.UNIT,
                List.of(new Address.PhoneNumber(number), new Address.EmailAddress(mail)),
                remark,
                new Customer.Care(
                        Optional.of(officer).filter(agent -> !agent.isEmpty()).map(AgentId::new), language));
    }
}
