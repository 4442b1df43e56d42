<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>main</name>
    <message>
        <source>A window onto push gateways.</source>
        <translation>推送网关的管理窗口。</translation>
    </message>
    <message>
        <source>Start a local gateway to try things out.</source>
        <translation>启动本地网关进行试用。</translation>
    </message>
    <message>
        <source>A gateway to connect to, as http://host:9091.</source>
        <translation>要连接的网关，例如 http://host:9091。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ActivityChart</name>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>每分钟的推送与失败</translation>
    </message>
    <message>
        <source>pushes</source>
        <translation>推送</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 pushes in %2: show the groups</source>
        <translation>%2 内 %1 次推送：显示这些分组</translation>
    </message>
    <message>
        <source>%1 failures in %2: show the groups that failed</source>
        <translation>%2 内 %1 次失败：显示失败的分组</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::AgeChart</name>
    <message>
        <source>Groups by age of the last push</source>
        <translation>按最近推送时间统计分组</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), %1 to %2 old</source>
        <translation>
            <numerusform>%n 个分组，%1 至 %2 之前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), older than %1</source>
        <translation>
            <numerusform>%n 个分组，早于 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Ages</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>weeks</comment>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>%1 is a duration</comment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>every %1</source>
        <comment>%1 is a duration</comment>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>about every %1</source>
        <comment>%1 is a duration</comment>
        <translation>约每 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <comment>%1 is a duration</comment>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <comment>%1 is a duration</comment>
        <translation>%1后到期</translation>
    </message>
    <message>
        <source>%1 %2 (Unix time %3)</source>
        <comment>local time, its zone, seconds</comment>
        <translation>%1 %2（Unix 时间 %3）</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Alarms</name>
    <message>
        <source>%1: %2</source>
        <comment>a state and a group</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway no longer answers.</source>
        <translation>网关不再响应。</translation>
    </message>
    <message>
        <source>The gateway answers again.</source>
        <translation>网关恢复响应。</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>还没有网关。</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s), all fresh</source>
        <translation>
            <numerusform>%n 个分组，全部正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gateway(s) lost</source>
        <translation>
            <numerusform>%n 个网关失联</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ConnectionDialog</name>
    <message>
        <source>Accept any certificate</source>
        <translation>接受任何证书</translation>
    </message>
    <message>
        <source>Edit gateway</source>
        <translation>编辑网关</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>连接到网关</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Nobody signs in</source>
        <translation>不登录</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>登录(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>用户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Password or token</source>
        <translation>密码或令牌(&amp;P)</translation>
    </message>
    <message>
        <source>Groups are s&amp;tale after</source>
        <translation>分组过期时限(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;CA certificates</source>
        <translation>CA 证书(&amp;C)</translation>
    </message>
    <message>
        <source>CA certificates</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>Client c&amp;ertificate</source>
        <translation>客户端证书(&amp;E)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>Client &amp;key</source>
        <translation>客户端密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>客户端密钥</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>in the file of the certificate</source>
        <translation>在证书文件中</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Whoever sits between you and the gateway can read and change everything.</source>
        <translation>位于您与网关之间的任何人都可以读取和修改所有内容。</translation>
    </message>
    <message>
        <source>Trying...</source>
        <translation>正在尝试...</translation>
    </message>
    <message numerus="yes">
        <source>It works: %1, %n group(s).</source>
        <translation>
            <numerusform>连接正常：%1，%n 个分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not work: %1.</source>
        <translation>连接失败：%1。</translation>
    </message>
    <message>
        <source>Type the password first.</source>
        <translation>请先输入密码。</translation>
    </message>
    <message>
        <source>Tell me when groups fail or it is &amp;lost</source>
        <translation>分组失败或网关失联时通知我(&amp;L)</translation>
    </message>
    <message>
        <source>For gateways without rules of their own, as the Go Pushgateway. Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>用于没有自身规则的网关，例如 Go Pushgateway。选择时长，或直接输入：90m、26h、2d。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Copies</name>
    <message>
        <source>&amp;Text exposition</source>
        <translation>文本格式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>&amp;curl command that pushes it again</source>
        <translation>重新推送的 &amp;curl 命令</translation>
    </message>
    <message>
        <source>&amp;PromQL selector</source>
        <translation>&amp;PromQL 选择器</translation>
    </message>
    <message>
        <source>Comments say what the text format cannot hold, such as native histograms.</source>
        <translation>文本格式无法容纳的内容（如原生直方图）以注释说明。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Pushing one series replaces all series of its family in the group.</source>
        <translation>推送一个时间序列会替换分组中该指标族的所有时间序列。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteDialog</name>
    <message>
        <source>Delete groups</source>
        <translation>删除分组</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n group(s) from %1?</source>
        <translation>
            <numerusform>从 %1 删除 %n 个分组？</numerusform>
        </translation>
    </message>
    <message>
        <source>Prometheus keeps what it has already scraped. Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>Prometheus 会保留已经抓取的数据。撤销会重新推送这些分组，推送时间变为撤销的时间。</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>Groups to delete</source>
        <translation>要删除的分组</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>输入 %1 以确认</translation>
    </message>
    <message>
        <source>Number of groups, to confirm</source>
        <translation>输入分组数量以确认</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Delete %n group(s)</source>
        <translation>
            <numerusform>删除 %n 个分组(&amp;D)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DeleteGroups</name>
    <message numerus="yes">
        <source>delete %n group(s)</source>
        <translation>
            <numerusform>删除 %n 个分组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::DetailsPanel</name>
    <message>
        <source>Metric family</source>
        <translation>指标族</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Metric families and series</source>
        <translation>指标族和时间序列</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制值</translation>
    </message>
    <message>
        <source>Find in this group</source>
        <translation>在此分组中查找</translation>
    </message>
    <message numerus="yes">
        <source>%n groups are selected.</source>
        <translation>
            <numerusform>已选择 %n 个分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a group to see what it holds.</source>
        <translation>选择一个分组以查看其内容。</translation>
    </message>
    <message>
        <source>Copy series as</source>
        <translation>时间序列复制为</translation>
    </message>
    <message>
        <source>Copy family as</source>
        <translation>指标族复制为</translation>
    </message>
    <message>
        <source>Copy group as</source>
        <translation>分组复制为</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::FilterBar</name>
    <message>
        <source>Filter groups</source>
        <translation>筛选分组</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter: words, instance=db, age&gt;1h or {job=~&quot;nightly_.*&quot;}</source>
        <translation>筛选：关键词、instance=db、age&gt;1h 或 {job=~&quot;nightly_.*&quot;}</translation>
    </message>
    <message>
        <source>Every word must occur in the value of some label; name=word in that of this label. age&gt;1h or age&lt;2d: by the last push (s, m, h, d, w). In braces, before the rest: a selector, as in Prometheus.</source>
        <translation>每个关键词都须出现在某个标签的值中；name=关键词 则须出现在该标签的值中。age&gt;1h 或 age&lt;2d：按最近推送的时间（s、m、h、d、w）。花括号内、置于最前：与 Prometheus 相同的选择器。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayListModel</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个分组</numerusform>
        </translation>
    </message>
    <message>
        <source>Local %1</source>
        <translation>本地 %1</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GatewayPage</name>
    <message>
        <source>No group passes the filter.</source>
        <translation>没有符合筛选条件的分组。</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>无法连接 %1。</translation>
    </message>
    <message>
        <source>The reason: %1. %2</source>
        <translation>原因：%1。%2</translation>
    </message>
    <message>
        <source>Edit gateway...</source>
        <translation>编辑网关...</translation>
    </message>
    <message>
        <source>Nothing has been pushed yet.</source>
        <translation>尚未推送任何数据。</translation>
    </message>
    <message>
        <source>Try this in a terminal:</source>
        <translation>在终端中试试：</translation>
    </message>
    <message>
        <source>Lost %1 %2, %3: %4.</source>
        <translation>%2与 %1 失去连接，%3：%4。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would move rows.</source>
        <translation>
            <numerusform>%n 项更改会移动行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>%1 of %2 groups done.</source>
        <translation>已完成 %1 / %2 个分组。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type the password...</source>
        <translation>输入密码...</translation>
    </message>
    <message>
        <source>Waiting for the password of %1.</source>
        <translation>正在等待 %1 的密码。</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain may ask to be unlocked.</source>
        <translation>桌面密钥环可能会要求解锁。</translation>
    </message>
    <message>
        <source>%1 needs its password.</source>
        <translation>%1 需要密码。</translation>
    </message>
    <message>
        <source>The desktop&apos;s keychain does not give it away.</source>
        <translation>桌面密钥环没有提供该密码。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupHeader</name>
    <message>
        <source>&amp;Labels</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>No other labels</source>
        <translation>没有其他标签</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupOutput</name>
    <message>
        <source>Text exposition (*.prom *.txt)</source>
        <translation>文本格式 (*.prom *.txt)</translation>
    </message>
    <message>
        <source>Table of groups (*.csv)</source>
        <translation>分组表格 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>Export %n group(s)</source>
        <translation>
            <numerusform>导出 %n 个分组</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>复制为(&amp;A)</translation>
    </message>
    <message>
        <source>E&amp;xport selected groups...</source>
        <translation>导出所选分组(&amp;X)...</translation>
    </message>
    <message>
        <source>Export groups s&amp;hown...</source>
        <translation>导出显示的分组(&amp;H)...</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::GroupView</name>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>&amp;Not grouped</source>
        <translation>不分支(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open all</source>
        <translation>全部展开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close all</source>
        <translation>全部折叠(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>归类方式(&amp;G)</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Groups</name>
    <message>
        <source>never</source>
        <comment>of a push</comment>
        <translation>从不</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>%1 is a duration that a rule allows</comment>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>Last push: %1</source>
        <translation>最近推送：%1</translation>
    </message>
    <message>
        <source>Last failure: %1</source>
        <translation>最近失败：%1</translation>
    </message>
    <message>
        <source>No push has succeeded yet.</source>
        <translation>尚无成功的推送。</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>过期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>The last push was rejected %1.</source>
        <translation>最近一次推送于%1被拒绝。</translation>
    </message>
    <message>
        <source>The last push was rejected.</source>
        <translation>最近一次推送被拒绝。</translation>
    </message>
    <message>
        <source>Last pushed %1; at most %2 are allowed.</source>
        <translation>最近推送于%1；最多允许 %2。</translation>
    </message>
    <message>
        <source>Last pushed %1; it is usually pushed %2.</source>
        <translation>最近推送于%1；通常%2推送一次。</translation>
    </message>
    <message>
        <source>Last pushed %1, which is late.</source>
        <translation>最近推送于%1，已逾期。</translation>
    </message>
    <message>
        <source>Last pushed %1.</source>
        <translation>最近推送于%1。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Last push</source>
        <translation>最近推送</translation>
    </message>
    <message>
        <source>Rhythm</source>
        <translation>推送周期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>指标族</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Due by %1</source>
        <translation>应在 %1 之前推送</translation>
    </message>
    <message>
        <source>How often this group is pushed has not been learnt yet.</source>
        <translation>尚未学到此分组的推送周期。</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>%1 is the name of a label</comment>
        <translation>无 %1</translation>
    </message>
    <message>
        <source>Youngest: %1
Oldest: %2</source>
        <comment>times of pushes</comment>
        <translation>最近：%1
最早：%2</translation>
    </message>
    <message>
        <source>The first is due by %1</source>
        <translation>最先应推送：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) with %1</source>
        <translation>
            <numerusform>%n 个带 %1 的分组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::JobChart</name>
    <message>
        <source>Jobs with the most series</source>
        <translation>时间序列最多的作业</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 series in %n group(s)</source>
        <translation>
            <numerusform>%1：%n 个分组中的 %2 条时间序列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalGatewayDock</name>
    <message>
        <source>Log of the local gateway</source>
        <translation>本地网关的日志</translation>
    </message>
    <message>
        <source>Copy the example push</source>
        <translation>复制推送示例</translation>
    </message>
    <message>
        <source>Options...</source>
        <translation>选项...</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>It does not run.</source>
        <translation>未运行。</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>正在启动。</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in memory.</source>
        <translation>运行于 %1，分组保存在内存中。</translation>
    </message>
    <message>
        <source>It runs at %1 and keeps groups in %2.</source>
        <translation>运行于 %1，分组保存在 %2 中。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LocalOptionsDialog</name>
    <message>
        <source>Choose...</source>
        <translation>选择...</translation>
    </message>
    <message>
        <source>Local gateway</source>
        <translation>本地网关</translation>
    </message>
    <message>
        <source>9091, or any that is free</source>
        <translation>9091 或任意空闲端口</translation>
    </message>
    <message>
        <source>In memory, until it ends</source>
        <translation>内存中，直到退出</translation>
    </message>
    <message>
        <source>In a file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keep groups</source>
        <translation>分组保存在(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Takes effect when it is started the next time.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Keep groups in</source>
        <translation>分组保存到</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::LogView</name>
    <message>
        <source>All lines</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>From info</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>From warnings</source>
        <translation>警告及以上</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Lines of the log to show</source>
        <translation>要显示的日志行</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MainWindow</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n 个分组</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 series</source>
        <translation>%1 个时间序列</translation>
    </message>
    <message>
        <source>Pushgate</source>
        <translation>Pushgate</translation>
    </message>
    <message>
        <source>Gateways</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>No gateway yet.</source>
        <translation>还没有网关。</translation>
    </message>
    <message>
        <source>Connect to one under Gateway &gt; Connect, or start a local one to try things out.</source>
        <translation>通过“网关 &gt; 连接”连接到网关，或启动本地网关进行试用。</translation>
    </message>
    <message>
        <source>Start local gateway</source>
        <translation>启动本地网关</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选择 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Connect...</source>
        <translation>连接(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Local gateway</source>
        <translation>本地网关(&amp;L)</translation>
    </message>
    <message>
        <source>Start or stop a gateway of your own, to try things out</source>
        <translation>启动或停止自己的试用网关</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation>编辑(&amp;E)...</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Follow changes as they happen (Ctrl+L)</source>
        <translation>实时跟踪更改 (Ctrl+L)</translation>
    </message>
    <message>
        <source>&amp;Delete...</source>
        <translation>删除(&amp;D)...</translation>
    </message>
    <message>
        <source>&amp;Copy labels</source>
        <translation>复制标签(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Gateway</source>
        <translation>网关(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Pushgate</source>
        <translation>关于 Pushgate(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>深色(&amp;A)</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>/ or Ctrl+F: filter; Esc clears it</source>
        <translation>/ 或 Ctrl+F：筛选；Esc 清除</translation>
    </message>
    <message>
        <source>Ctrl+1: all groups; Ctrl+2 to Ctrl+5: failed, stale, overdue, fresh</source>
        <translation>Ctrl+1：全部分组；Ctrl+2 至 Ctrl+5：失败、过期、逾期、正常</translation>
    </message>
    <message>
        <source>F5: refresh and sort again; Ctrl+L: live</source>
        <translation>F5：刷新并重新排序；Ctrl+L：实时</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Pushgate</source>
        <translation>关于 Pushgate</translation>
    </message>
    <message>
        <source>Pushgate %1

A gateway for metrics of batch and short-lived jobs, and this window onto it.

GPL-3.0-or-later</source>
        <translation>Pushgate %1

用于批处理和短时任务指标的网关，以及它的管理窗口。

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>&amp;Push...</source>
        <translation>推送(&amp;P)...</translation>
    </message>
    <message>
        <source>Ctrl+N: connect; Ctrl+P: push; Ctrl+C: copy labels</source>
        <translation>Ctrl+N：连接；Ctrl+P：推送；Ctrl+C：复制标签</translation>
    </message>
    <message>
        <source>The password of %1 will be asked for again at the next start: %2.</source>
        <translation>下次启动时会再次询问 %1 的密码：%2。</translation>
    </message>
    <message>
        <source>The password of %1 may still be in the keychain: %2.</source>
        <translation>%1 的密码可能仍在密钥环中：%2。</translation>
    </message>
    <message>
        <source>L&amp;ocal gateway options...</source>
        <translation>本地网关选项(&amp;O)...</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>归类方式(&amp;G)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C: copy as text; Ctrl+E: export</source>
        <translation>Ctrl+Shift+C：复制为文本；Ctrl+E：导出</translation>
    </message>
    <message>
        <source>&amp;Notify</source>
        <translation>通知(&amp;N)</translation>
    </message>
    <message>
        <source>Tell me when groups fail or the gateway is lost</source>
        <translation>分组失败或网关失联时通知我</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概览(&amp;O)</translation>
    </message>
    <message>
        <source>All groups in four pictures (Ctrl+O)</source>
        <translation>以四幅图表显示所有分组 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Ctrl+O: overview; arrow keys and Enter choose in its pictures</source>
        <translation>Ctrl+O：概览；用方向键和回车键在图表中选择</translation>
    </message>
    <message>
        <source>Up, Down, with Shift: select; Delete: delete</source>
        <translation>上、下（配合 Shift）：选择；Delete：删除</translation>
    </message>
    <message>
        <source>Ctrl+Z: undo; Ctrl+Shift+Z: redo</source>
        <translation>Ctrl+Z：撤销；Ctrl+Shift+Z：重做</translation>
    </message>
    <message>
        <source>Ctrl+Q: quit; ?: this list</source>
        <translation>Ctrl+Q：退出；?：此列表</translation>
    </message>
    <message>
        <source>Re&amp;move from the list</source>
        <translation>从列表中移除(&amp;M)</translation>
    </message>
    <message>
        <source>Li&amp;ve</source>
        <translation>实时(&amp;V)</translation>
    </message>
    <message>
        <source>Delete all s&amp;hown...</source>
        <translation>删除所有显示的分组(&amp;H)...</translation>
    </message>
    <message>
        <source>Delete &amp;all groups...</source>
        <translation>删除所有分组(&amp;A)...</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::MessagePage</name>
    <message>
        <source>Command to try</source>
        <translation>试用命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Messages</name>
    <message numerus="yes">
        <source>%n other group(s) failed, too.</source>
        <translation>
            <numerusform>另有 %n 个分组也失败了。</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody answers at this address (%1)</source>
        <translation>该地址没有响应 (%1)</translation>
    </message>
    <message>
        <source>there was no answer in time</source>
        <translation>未在规定时间内收到响应</translation>
    </message>
    <message>
        <source>the gateway answered 401, it wants somebody to sign in</source>
        <translation>网关返回 401，需要登录</translation>
    </message>
    <message>
        <source>the gateway answered 403, not allowed</source>
        <translation>网关返回 403，不允许</translation>
    </message>
    <message>
        <source>no secure connection (%1)</source>
        <translation>无法建立安全连接 (%1)</translation>
    </message>
    <message>
        <source>what answers there is no push gateway (%1)</source>
        <translation>响应方不是推送网关 (%1)</translation>
    </message>
    <message>
        <source>the gateway answered %1 (%2)</source>
        <translation>网关返回 %1 (%2)</translation>
    </message>
    <message>
        <source>Sign in under Gateway &gt; Edit.</source>
        <translation>请在“网关 &gt; 编辑”中登录。</translation>
    </message>
    <message>
        <source>Look at the certificates under Gateway &gt; Edit.</source>
        <translation>请在“网关 &gt; 编辑”中检查证书。</translation>
    </message>
    <message>
        <source>Look at the address under Gateway &gt; Edit.</source>
        <translation>请在“网关 &gt; 编辑”中检查地址。</translation>
    </message>
    <message>
        <source>Pushgate %1</source>
        <translation>Pushgate %1</translation>
    </message>
    <message>
        <source>Pushgateway %1</source>
        <translation>Pushgateway %1</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>正在重试</translation>
    </message>
    <message>
        <source>trying again in %1</source>
        <comment>%1 is a duration</comment>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>lost %1, %2</source>
        <translation>%1失去连接，%2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>live, asked every 5 s</source>
        <translation>实时，每 5 秒查询一次</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n group(s).</source>
        <translation>
            <numerusform>已删除 %n 个分组。</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not delete %1: %2.</source>
        <translation>无法删除 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled before %n more.</source>
        <translation>
            <numerusform>已取消，剩余 %n 个未处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n group(s); their push time is now.</source>
        <translation>
            <numerusform>已恢复 %n 个分组；推送时间变为现在。</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not restore %1: %2.</source>
        <translation>无法恢复 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>Undo cannot bring back the native histograms of %n group(s).</source>
        <translation>
            <numerusform>撤销无法恢复 %n 个分组的原生直方图。</numerusform>
        </translation>
    </message>
    <message>
        <source>it is not in the keychain</source>
        <translation>密钥环中没有它</translation>
    </message>
    <message>
        <source>this desktop has no keychain</source>
        <translation>此桌面没有密钥环</translation>
    </message>
    <message>
        <source>the keychain stays locked</source>
        <translation>密钥环仍处于锁定状态</translation>
    </message>
    <message>
        <source>the keychain does not work (%1)</source>
        <translation>密钥环无法工作（%1）</translation>
    </message>
    <message>
        <source>Looking for the desktop&apos;s keychain...</source>
        <translation>正在查找桌面密钥环...</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keychain.</source>
        <translation>保存在桌面密钥环中。</translation>
    </message>
    <message>
        <source>Asked for again at the next start: %1.</source>
        <translation>下次启动时会再次询问：%1。</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>正在等待密钥环</translation>
    </message>
    <message>
        <source>needs its password</source>
        <translation>需要密码</translation>
    </message>
    <message>
        <source>The local gateway is not installed: there is no pushgated beside this program or in PATH.</source>
        <translation>本地网关未安装：本程序旁边和 PATH 中都没有 pushgated。</translation>
    </message>
    <message>
        <source>The local gateway did not start: another program has port %1. Choose another one, or any that is free.</source>
        <translation>本地网关未启动：端口 %1 被其他程序占用。请选择其他端口，或任意空闲端口。</translation>
    </message>
    <message>
        <source>The local gateway ended without a word.</source>
        <translation>本地网关已退出，未给出原因。</translation>
    </message>
    <message>
        <source>The local gateway ended: %1.</source>
        <translation>本地网关已退出：%1。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Could not read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) had been deleted meanwhile.</source>
        <translation>
            <numerusform>其间已有 %n 个分组被删除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n group(s) to %1.</source>
        <translation>
            <numerusform>已将 %n 个分组导出到 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not write %1: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>Could not delete all groups: %1.</source>
        <translation>无法删除所有分组：%1。</translation>
    </message>
    <message>
        <source>Nothing was deleted, as %1 could not be kept for undo: %2.</source>
        <translation>未删除任何内容，因为无法为撤销保留 %1：%2。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was deleted.</source>
        <translation>已取消，未删除任何内容。</translation>
    </message>
    <message>
        <source>Deleted all groups.</source>
        <translation>已删除所有分组。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::OverviewPanel</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Groups by state</source>
        <translation>按状态统计分组</translation>
    </message>
    <message>
        <source>Groups by age of the last push</source>
        <translation>按最近推送时间统计分组</translation>
    </message>
    <message>
        <source>Jobs with the most series</source>
        <translation>时间序列最多的作业</translation>
    </message>
    <message>
        <source>Pushes and failures a minute</source>
        <translation>每分钟的推送与失败</translation>
    </message>
    <message>
        <source>Pushes and failures a minute, as seen by this program</source>
        <translation>每分钟的推送与失败（本程序所见）</translation>
    </message>
    <message>
        <source>This gateway does not count them. Of several pushes into a group between two looks, one is seen.</source>
        <translation>此网关不统计推送。两次查看之间对同一分组的多次推送只计一次。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::PushDialog</name>
    <message>
        <source>Push to %1</source>
        <translation>推送到 %1</translation>
    </message>
    <message>
        <source>Replace the whole group</source>
        <translation>替换整个分组</translation>
    </message>
    <message>
        <source>Replace only families of the same names</source>
        <translation>仅替换同名指标族</translation>
    </message>
    <message>
        <source>Metrics in the text format</source>
        <translation>文本格式的指标</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>操作(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Push</source>
        <translation>推送(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Load file...</source>
        <translation>载入文件(&amp;L)...</translation>
    </message>
    <message>
        <source>Cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Nothing but the push time would be stored.</source>
        <translation>只会存储推送时间。</translation>
    </message>
    <message numerus="yes">
        <source>%n series, ready to push.</source>
        <translation>
            <numerusform>%n 个时间序列，可以推送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pushing...</source>
        <translation>正在推送...</translation>
    </message>
    <message>
        <source>Pushed.</source>
        <translation>已推送。</translation>
    </message>
    <message>
        <source>Not pushed: %1. %2</source>
        <translation>未推送：%1。%2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::SeriesPanel</name>
    <message>
        <source>Observations by bucket</source>
        <translation>各桶的观测数</translation>
    </message>
    <message>
        <source>Values seen since the group was opened</source>
        <translation>打开分组以来看到的值</translation>
    </message>
    <message>
        <source>Quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message numerus="yes">
        <source>%n series. Choose one to see its values.</source>
        <translation>
            <numerusform>%n 个时间序列。选择一个即可查看其值。</numerusform>
        </translation>
    </message>
    <message>
        <source>Further pushes will be drawn here.</source>
        <translation>之后的推送将绘制在此处。</translation>
    </message>
    <message>
        <source>Pushed %1</source>
        <comment>%1 is an age</comment>
        <translation>推送于 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n push(es) seen</source>
        <comment>title of a chart of values</comment>
        <translation>
            <numerusform>已看到 %n 次推送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, added up. Choose one to see it alone.</source>
        <translation>
            <numerusform>%n 个时间序列的合计。选择一个即可单独查看。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Skeleton</name>
    <message>
        <source>Loading groups</source>
        <translation>正在加载分组</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StaleAfterBox</name>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Groups are stale after</source>
        <translation>分组过期于</translation>
    </message>
    <message>
        <source>Choose an age or type one: 90m, 26h, 2d.</source>
        <translation>选择时长，或直接输入：90m、26h、2d。</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::StateChart</name>
    <message>
        <source>Groups by state</source>
        <translation>按状态统计分组</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n group(s)</source>
        <translation>
            <numerusform>%1：%n 个分组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushgate::gui::ThresholdBar</name>
    <message>
        <source>This gateway has no rules. Groups are stale after</source>
        <translation>此网关没有规则。分组视为过期的时长：</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Tray</name>
    <message>
        <source>&amp;Keep running in the tray</source>
        <translation>在托盘中继续运行(&amp;K)</translation>
    </message>
    <message>
        <source>Closing the window leaves the program in the tray</source>
        <translation>关闭窗口后程序留在托盘中</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Hide the window</source>
        <translation>隐藏窗口(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>显示窗口(&amp;S)</translation>
    </message>
    <message>
        <source>Pushgate</source>
        <translation>Pushgate</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::Values</name>
    <message>
        <source>Count %1, sum %2, mean %3</source>
        <translation>计数 %1，总和 %2，平均 %3</translation>
    </message>
    <message>
        <source>Count %1, sum %2</source>
        <translation>计数 %1，总和 %2</translation>
    </message>
</context>
<context>
    <name>pushgate::gui::WipeDialog</name>
    <message>
        <source>Delete all groups</source>
        <translation>删除所有分组</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n group(s) from %1?</source>
        <translation>
            <numerusform>从 %1 删除全部 %n 个分组？</numerusform>
        </translation>
    </message>
    <message>
        <source>That is %1 series, and whatever is pushed until then. Prometheus keeps what it has already scraped.</source>
        <translation>共 %1 条时间序列，以及在此之前推送的一切。Prometheus 会保留已抓取的数据。</translation>
    </message>
    <message>
        <source>Undo pushes the groups again; their push time is then that of the undo.</source>
        <translation>撤销会重新推送这些分组，其推送时间为撤销时的时间。</translation>
    </message>
    <message>
        <source>These are too many to be kept for undo: this cannot be undone.</source>
        <translation>数量太多，无法为撤销保留：此操作不能撤销。</translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <translation>输入 %1 以确认：</translation>
    </message>
    <message>
        <source>Name of the gateway, to confirm</source>
        <translation>网关名称，用于确认</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
</context>
</TS>
