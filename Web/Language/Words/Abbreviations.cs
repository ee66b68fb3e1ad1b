namespace Web.Language;

/// <summary>Usual short forms in headers and what they stand for: <c>dept_mgr</c> is department manager, <c>HmRm</c> home room.</summary>
internal static class Abbreviations
{
    private const int Most = 6;

    /// <summary>The name with its short forms written out, every way that makes sense; nothing when there are none.</summary>
    public static List<List<Token>> Expand(IReadOnlyList<Token> name)
    {
        List<List<Token>> expanded = [[]];
        var any = false;
        foreach (var token in name)
        {
            var longer = LongerOf(token);
            any |= longer is not null;
            List<List<Token>> next = [];
            foreach (var sofar in expanded)
            {
                foreach (var words in longer ?? [[token]])
                {
                    if (next.Count < Most) next.Add([.. sofar, .. words]);
                }
            }
            expanded = next;
        }
        return any ? expanded : [];
    }

    public static IReadOnlyCollection<string> Keys => Known.Keys;

    /// <summary>What one word of a header is in full: by the table, or cut where words are glued, each part then in full.</summary>
    private static List<List<Token>>? LongerOf(Token token)
    {
        if (Known.TryGetValue(token.Raw, out var longer)) return longer;
        if (token.Script != Script.Word || GluedWords.Of(token.Raw) is not { } cut) return null;
        var full = cut.ConvertAll(part => Known.TryGetValue(part.Raw, out var forms) ? forms[0] : [part]).SelectMany(part => part).ToList();
        return full.SequenceEqual(cut) ? [cut] : [cut, full];
    }

    /// <summary>The words that a short form stands for when it stands for one thing only.</summary>
    public static IEnumerable<string> Certain(string word) => Known.TryGetValue(word, out var longer) && longer.Count == 1 ? longer[0].Select(token => token.Raw) : [];

    private static readonly Dictionary<string, List<List<Token>>> Known = Build();

    private static Dictionary<string, List<List<Token>>> Build()
    {
        var known = new Dictionary<string, List<List<Token>>>(StringComparer.Ordinal);
        foreach (var (key, forms) in Phrases.Table(Table))
        {
            foreach (var shortened in key.Split(' ')) known[shortened] = [.. forms.Select(form => Tokens.Of(form))];
        }
        foreach (var (key, forms) in Phrases.Table(LifeTexts.Of("abbreviations")))
        {
            foreach (var shortened in key.Split(' ')) known.TryAdd(shortened, [.. forms.Select(form => Tokens.Of(form))]);
        }
        return known;
    }

    private const string Table = """
        acct acc: account
        prc: price
        uprc: unit price
        vend vndr vnd: vendor, supplier
        cd: code
        po: purchase order, order
        so: sales order
        flg: flag
        pclass: passenger class, class
        sibsp: siblings spouses, siblings
        parch: parents and children aboard
        rade rad radj: radius
        masse bmasse massj msini: mass
        teff: effective temperature, temperature
        eqt: equilibrium temperature, temperature
        orbper: orbital period, period
        pnum: planets in system
        spectype: spectral type
        adr: average daily rate, daily rate, average price
        accel: acceleration
        act: actual, activity
        addr: address
        adm admit: admission
        admin: administrator
        adv: advertising, advance
        agt: agent
        alt: altitude
        abs: absence
        amnt amt: amount
        ans: answer
        appt: appointment
        apt: apartment
        arr: arrival
        asst: assistant
        attd attn attend: attendance
        attr: attrition
        auth: author
        avail: availability
        avg av: average
        bal: balance
        bath baths: bathroom
        bed beds: bedroom
        bday: birthday
        bldg: building
        bp: blood pressure
        brth: birth
        cal cals: calorie
        cand: candidate
        cap: capacity
        cat catg ctg: category
        cert: certificate
        chg: change, charge
        cls: class
        cmp: company, campaign
        cnt ct: count
        co: company
        coef: coefficient
        comm: commission
        comp: company, compensation
        conf: conference, confidence
        cons: consumption
        conv: conversion
        corp: corporation
        cred: credit
        crs: course
        csat: satisfaction, customer satisfaction, satisfaction score, 満足度
        cntr ctr: center
        ctry cntry: country
        cur curr: currency, current
        cust cstmr: customer
        cyl: cylinder
        dst: distance, destination
        dept: department
        dep: departure
        dest: destination
        desc descr: description
        dev: device, developer
        diag dx: diagnosis
        diff: difference
        dir: director, direction
        disc: discount, discovery
        dsc: discount, description
        dist: distance, district
        distr: district
        div: division
        dl: download
        dlv dlvr dlvry: delivery
        dob: date of birth, birth date, birthday
        doc docs: doctor, document
        dow: day of week
        dr: doctor
        dti: debt to income ratio, debt to income
        dur: duration
        ed edu: education
        eff: efficiency
        elec: electricity
        elev: elevation
        emp empl: employee
        eng: engine, english
        enr enrl: enrollment
        env: environment
        eqp equip: equipment
        err errs: error
        est: estimate
        evt: event
        exp: expense, experience
        expr: experience
        ext: extension
        fac: facility, factory
        fin: finance
        flt fl: flight
        freq: frequency
        fcst: forecast
        fname: first name
        ft: foot
        fwd: forward
        gdr gndr gen: gender
        gr grd: grade
        grp: group
        hh: household
        hm: home
        hosp: hospital
        hp: horsepower
        hr hrs: hour
        hs: high school
        ht: height
        hum: humidity
        hw: homework
        imp imps impr: impression
        inc: income
        ind: industry
        ins: insurance
        inst instr: instructor
        int: interest
        inv: inventory, invoice
        itm: item
        kwh: energy, electricity
        lang: language
        lat: latitude
        len: length
        lng lon long: longitude
        lname: last name
        loc: location
        los: length of stay
        lvl lv: level
        maint: maintenance
        mat mtrl: material
        max: maximum
        mbr: member
        med: medication, median
        mfg manuf mfr: manufacturer
        mgmt: management
        mgr: manager
        mi: mile
        min mins: minute, minimum
        misc: miscellaneous
        mkt: market
        mktg: marketing
        mo mth mnth: month
        msg msgs: message
        mtg: meeting
        nat: nationality
        nbr num: number
        nm: name
        nps: net promoter score
        obs: observation
        occ: occupancy, occupation
        op oper: operator
        opp opps: opportunity
        ord: order
        org: organization
        ot: overtime
        ovr: overall
        pax: passenger
        pat pt pts: patient, point
        pct perc: percent
        perf: performance
        pmt pymt: payment
        pop: population
        pos: position
        ppl: person
        precip prcp: precipitation
        pref: prefecture
        pres: pressure
        prev: previous
        prd: product, period
        prob: probability
        proc: process, procedure
        prod: product, production
        prof: profit, profession
        proj: project
        prov: province
        psngr: passenger
        pub: publisher
        plat: platform
        crit: critic
        rel: release
        jp: japan
        eu: europe
        mp: multiplayer
        pur: purchase
        pwr: power
        qlty: quality
        qtr: quarter
        qty: quantity
        rcpt: receipt
        rcv recv: receive
        reg rgn: region
        rem: remaining
        rep: representative
        req: request
        res: resolution, result
        resp: response
        ret: return
        rev: revenue
        rm: room
        rnk: rank
        rpm: revolution, rotation speed, engine speed, 回転数
        rsn: reason
        rt: rate, route
        rtg: rating
        sal: salary
        sat: satisfaction
        sch: school
        scr: score
        seg: segment
        sess: session
        sev: severity
        shp shpmt: shipment
        sls: sales
        spd: speed
        spec: specialty
        sqft: area, square feet
        st: state, status, street
        stat: status
        std: standard
        stk: stock
        stn: station
        stor: store
        stu stud stdt: student
        sub subj sbj: subject
        subcat: subcategory
        subs: subscriber
        sup supp supl: supplier
        svc: service
        tchr tch: teacher
        tel: phone
        temp tmp: temperature
        terr: territory
        tkt: ticket
        tm: team, time
        tot ttl: total
        trans txn tx trx: transaction
        trk: track
        trt: treatment
        ts: timestamp, time
        typ: type
        univ: university
        usr: user
        util: utilization
        val: value
        veh: vehicle
        vel: velocity
        vib: vibration
        vis: visibility, visit
        vol: volume
        vst vsts: visit
        whs wh: warehouse
        wk wks: week
        wkday: weekday
        wnd: wind
        wt wgt: weight
        yoe: years of experience
        yos: years of service
        yr yrs: year
        """;
}
